package io.github.buymed4j.rest;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * The server's default managed executors of Jakarta Concurrency. As an executor, it runs asynchronous requests and
 * propagates the call to their threads; it cannot be shut down, because the threads are the server's.
 */
final class ServerThreads extends AbstractExecutorService {

    private static volatile @Nullable ScheduledExecutorService timer;

    /** The server's timer, looked up once; null outside a server. */
    static @Nullable ScheduledExecutorService timer() {
        ScheduledExecutorService known = timer;
        if (known == null) {
            known = lookUp("java:comp/DefaultManagedScheduledExecutorService");
            timer = known;
        }
        return known;
    }

    @Override
    public void execute(Runnable request) {
        Executor managed = lookUp("java:comp/DefaultManagedExecutorService");
        (managed == null ? ForkJoinPool.commonPool() : managed).execute(OutgoingRequest.carriedTo(request));
    }

    @SuppressWarnings({"BanJNDI", "TypeParameterUnusedInFormals"}) // constant names
    private static <T> @Nullable T lookUp(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            return null;
        }
    }

    @Override
    public void shutdown() {
        // the threads are the server's
    }

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }
}
