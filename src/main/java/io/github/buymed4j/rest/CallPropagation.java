package io.github.buymed4j.rest;

import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptor;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptorFactory;
import org.jspecify.annotations.Nullable;

/** Takes the call along to the thread that sends an asynchronous request. */
final class CallPropagation implements AsyncInvocationInterceptorFactory {

    @Override
    public AsyncInvocationInterceptor newInterceptor() {
        return new AsyncInvocationInterceptor() {
            private @Nullable Call call;

            @Override
            public void prepareContext() {
                call = Call.current();
            }

            @Override
            public void applyContext() {
                Call.bind(call);
            }

            @Override
            public void removeContext() {
                Call.bind(null);
            }
        };
    }
}
