package io.github.buymed4j.rest;

import io.github.buymed4j.BuymedApplication;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.rest.CallPath.Attempt;
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
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the methods of a {@link BuymedCall} interface through the {@link CallPath}, each that is a {@code @GET} again while
 * there is hope. The innermost interceptor by its priority, so that where a server goes by that, its own (timeouts, circuit
 * breakers) see a repetition as part of one call.
 */
@BuymedCall
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER + 900)
public class BuymedCallInterceptor {

    /** Payara's chain begins anew where it is gone on with from another thread, as a repetition does, and comes here again. */
    private static final String UNDER_WAY = BuymedCallInterceptor.class.getName();

    private final CallPath path;
    private final Repetition repetition;

    @Inject
    BuymedCallInterceptor(CallPath path, BuymedConfig config) {
        this.path = path;
        this.repetition = new Repetition(config.settings());
    }

    @AroundInvoke
    @Nullable
    Object call(InvocationContext invocation) throws Exception {
        if (invocation.getContextData().put(UNDER_WAY, true) != null) {
            return invocation.proceed();
        }
        RequiresScope scope = invocation.getMethod().getAnnotation(RequiresScope.class);
        return CompletionStage.class.isAssignableFrom(invocation.getMethod().getReturnType())
                ? sendAsync(invocation).exceptionallyCompose(thrown -> failed(thrown, scope))
                : send(invocation, scope);
    }

    private @Nullable Object send(InvocationContext invocation, @Nullable RequiresScope scope) throws Exception {
        Caller caller = callerOf(invocation.getMethod());
        Attempt once = () -> path.send(caller, invocation::proceed);
        try {
            return onlyReads(invocation) ? repetition.send(caller, once) : once.proceed();
        } catch (AccessForbiddenException e) {
            throw named(e, scope);
        }
    }

    private CompletionStage<?> sendAsync(InvocationContext invocation) {
        Caller caller = callerOf(invocation.getMethod());
        Supplier<CompletionStage<?>> once = () -> path.sendAsync(caller, invocation::proceed);
        ScheduledExecutorService timer = onlyReads(invocation) ? ServerThreads.timer() : null;
        return timer == null ? once.get() : repetition.sendAsync(caller, timer, once);
    }

    private static Caller callerOf(Method method) {
        BuymedApplication named = method.getDeclaringClass().getAnnotation(BuymedApplication.class);
        Caller caller = Caller.current();
        return named == null ? caller : caller.as(new ApplicationName(named.value()));
    }

    private static boolean onlyReads(InvocationContext invocation) {
        return invocation.getMethod().isAnnotationPresent(GET.class);
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
