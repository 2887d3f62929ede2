package io.github.buymed4j.quota;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the requests of this application within the platform's limits: one for this IP address, one for each account.
 * Every request needs a {@link Permit}, which is ended when the request is over. Thread-safe.
 */
public interface QuotaGovernor {

    /**
     * Waits until the request may be sent: not at all while the limits have room, otherwise in line. It waits at most
     * as long as configured for the priority and at most {@code timeLeft}, and fails at once if no slot can be free by
     * then. The permit must be ended even if the stage is cancelled or ignored.
     *
     * <p>The stage fails with a {@link QuotaExceededException}, which says when to try again, or with a
     * {@link io.github.buymed4j.CallInterruptedException} when the thread is interrupted, the timer has stopped or the
     * application stops. The method itself does not throw.
     *
     * @param account the account that the request counts against, besides the IP address; null for a request without an
     *     account
     * @param timeLeft time until the call's deadline
     * @param timer used to wait without blocking the calling thread: the stage completes at once or on one of the
     *     timer's threads. Null to wait on the calling thread: the returned stage is then already complete
     */
    CompletionStage<Permit> acquire(
            @Nullable String account, Priority priority, Duration timeLeft, @Nullable ScheduledExecutorService timer);

    /** As {@link #acquire}, with a wait that the caller chose in place of the configured one. */
    CompletionStage<Permit> acquireWithin(
            Duration wait, @Nullable String account, Priority priority, @Nullable ScheduledExecutorService timer);

    /**
     * As {@link #acquire(String, Priority, Duration, ScheduledExecutorService)} on the calling thread; throws the
     * exception that fails the stage.
     */
    default Permit acquire(@Nullable String account, Priority priority, Duration timeLeft) {
        try {
            return acquire(account, priority, timeLeft, null)
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
