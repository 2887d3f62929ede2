package io.github.buymed4j.rest.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** The server's default managed executors of Jakarta Concurrency; the timer is looked up once. */
@ApplicationScoped
class ServerThreads {

    private volatile @Nullable ScheduledExecutorService timer;

    static Executor executorOrCommonPool() {
        Executor managed = lookUp("java:comp/DefaultManagedExecutorService");
        return managed == null ? ForkJoinPool.commonPool() : managed;
    }

    /** Null outside a server. */
    @Nullable
    ScheduledExecutorService timer() {
        ScheduledExecutorService known = timer;
        if (known == null) {
            known = lookUp("java:comp/DefaultManagedScheduledExecutorService");
            timer = known;
        }
        return known;
    }

    @SuppressWarnings({"BanJNDI", "TypeParameterUnusedInFormals"}) // constant names
    private static <T> @Nullable T lookUp(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            return null;
        }
    }
}
