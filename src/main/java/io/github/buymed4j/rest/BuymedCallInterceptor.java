package io.github.buymed4j.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Runs the methods of a {@link BuymedCall} interface through the {@link CallPath}. The innermost interceptor, so that a
 * server's own (timeouts, circuit breakers) see a repetition as part of one call.
 */
@BuymedCall
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER + 900)
public class BuymedCallInterceptor {

    private final CallPath path;

    @Inject
    BuymedCallInterceptor(CallPath path) {
        this.path = path;
    }

    @AroundInvoke
    @Nullable
    Object call(InvocationContext invocation) throws Exception {
        return CompletionStage.class.isAssignableFrom(invocation.getMethod().getReturnType())
                ? path.sendAsync(invocation::proceed)
                : path.send(invocation::proceed);
    }
}
