package io.github.buymed4j.rest;

import io.github.buymed4j.rest.reply.AccessForbiddenException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletableFuture;
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
        RequiresScope scope = invocation.getMethod().getAnnotation(RequiresScope.class);
        return CompletionStage.class.isAssignableFrom(invocation.getMethod().getReturnType())
                ? path.sendAsync(invocation::proceed).exceptionallyCompose(thrown -> failed(thrown, scope))
                : send(invocation, scope);
    }

    private @Nullable Object send(InvocationContext invocation, @Nullable RequiresScope scope) throws Exception {
        try {
            return path.send(invocation::proceed);
        } catch (AccessForbiddenException e) {
            throw named(e, scope);
        }
    }

    private static <T> CompletionStage<T> failed(Throwable thrown, @Nullable RequiresScope scope) {
        Throwable cause = CallPath.causeOf(thrown);
        return CompletableFuture.failedFuture(
                cause instanceof AccessForbiddenException forbidden ? named(forbidden, scope) : thrown);
    }

    private static AccessForbiddenException named(AccessForbiddenException e, @Nullable RequiresScope scope) {
        return scope == null ? e : e.needing(scope.value());
    }
}
