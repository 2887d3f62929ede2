package io.github.buymed4j.rest;

import io.github.buymed4j.BuymedApplication;
import io.github.buymed4j.internal.time.Failures;
import io.github.buymed4j.rest.reply.AccessForbiddenException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.GET;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Sends the methods of a {@link BuymedCall} interface through the {@link Pipeline}. Its priority makes it the innermost
 * interceptor on servers that respect it, so that their own interceptors (timeouts, circuit breakers) see a retry as
 * part of one call.
 */
@BuymedCall
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER + 900)
class CallInterceptor {

    /** On Payara, proceeding from another thread restarts the chain; this marker detects the second entry. */
    private static final String UNDER_WAY = CallInterceptor.class.getName();

    private final Pipeline pipeline;

    @Inject
    CallInterceptor(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @AroundInvoke
    @Nullable
    Object call(InvocationContext invocation) throws Exception {
        if (invocation.getContextData().put(UNDER_WAY, true) != null) {
            return invocation.proceed();
        }
        Method method = invocation.getMethod();
        CallScope scope = scopeOf(method);
        boolean readsOnly = method.isAnnotationPresent(GET.class);
        if (CompletionStage.class.isAssignableFrom(method.getReturnType())) {
            return named(
                    method, pipeline.send(scope, () -> stage(invocation.proceed()), readsOnly, ServerThreads.timer()));
        }
        return Failures.await(named(
                method,
                pipeline.send(scope, () -> CompletableFuture.completedFuture(invocation.proceed()), readsOnly, null)));
    }

    @SuppressWarnings("unchecked") // the method returns one
    private static CompletionStage<? extends @Nullable Object> stage(Object reply) {
        return (CompletionStage<? extends @Nullable Object>) reply;
    }

    private static CallScope scopeOf(Method method) {
        BuymedApplication named = method.getDeclaringClass().getAnnotation(BuymedApplication.class);
        CallScope scope = CallScope.current();
        return named == null ? scope : scope.application(named.value());
    }

    /** Adds the scope that the method needs to the exception for a 403. */
    private static CompletionStage<@Nullable Object> named(Method method, CompletionStage<@Nullable Object> reply) {
        RequiresScope scope = method.getAnnotation(RequiresScope.class);
        return scope == null
                ? reply
                : reply.exceptionallyCompose(thrown -> CompletableFuture.failedFuture(
                        Failures.cause(thrown) instanceof AccessForbiddenException forbidden
                                ? forbidden.needing(scope.value())
                                : Failures.cause(thrown)));
    }
}
