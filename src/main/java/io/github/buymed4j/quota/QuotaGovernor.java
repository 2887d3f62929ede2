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
     * Waits until the request may be sent: not at all while the limits have room, else in turn. It waits for as long as is
     * configured for the priority, but not longer than the call has left, and gives up at once where that is plainly too
     * short. The permit must be ended even where the stage is cancelled or forgotten.
     *
     * <p>The stage fails with a {@link QuotaExceededException}, which says when to try again, or with a
     * {@link io.github.buymed4j.CallInterruptedException} when the thread is interrupted, the timer has stopped or the
     * application stops. The method itself does not throw.
     *
     * @param account whose limit counts besides the address's; null for a request of no account
     * @param timeLeft until the call must be over
     * @param timer waits for the permit, so that the calling thread does not: the stage completes on its threads if not at
     *     once. Null to wait on the calling thread: the stage is then complete when it is returned
     */
    CompletionStage<Permit> acquire(
            @Nullable String account, Priority priority, Duration timeLeft, @Nullable ScheduledExecutorService timer);

    /** As {@link #acquire}, with a wait that the caller chose in place of the configured one. */
    CompletionStage<Permit> acquireWithin(
            Duration wait, @Nullable String account, Priority priority, @Nullable ScheduledExecutorService timer);

    /** As {@link #acquire(String, Priority, Duration, ScheduledExecutorService)} on the calling thread; throws what fails it. */
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
