package io.github.buymed4j.quota;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the requests of this application within the platform's limits: one for this IP address, one for each account.
 * Every request needs a {@link Permit}. Thread-safe.
 *
 * <pre>{@code
 * Permit permit = governor.acquire(account, Priority.INTERACTIVE);
 * try {
 *     return send();
 * } finally {
 *     permit.replied();
 * }
 * }</pre>
 */
public interface QuotaGovernor {

    /** A governor that keeps the limits in this node's memory, starting with all of them unused. */
    static QuotaGovernor local(QuotaLimits limits, Clock clock) {
        return Governor.local(limits, new SystemTime(clock));
    }

    /**
     * A governor whose limits nodes share in PostgreSQL, in the table of {@code META-INF/buymed4j/quota-postgresql.sql}. A
     * permit takes two statements there for each of its limits, by the calling thread and outside of any transaction: one
     * when it is acquired, one when it is ended.
     *
     * @param dataSource whose connections take part in no transaction of the caller's
     */
    static QuotaGovernor shared(QuotaLimits limits, Sharing sharing, DataSource dataSource, Clock clock) {
        return new SharedBudgets(limits, sharing, new PostgresTable(() -> dataSource), new SystemTime(clock))
                .governor();
    }

    /** As {@link #acquire(String, Priority, Duration)}, with the wait that is configured for the priority. */
    Permit acquire(@Nullable String account, Priority priority);

    /**
     * Waits until the request may be sent: not at all while the limits have room, else in turn. Blocks the calling thread,
     * at most for {@code maxWait}; gives up at once where that is plainly too short.
     *
     * @param account whose limit counts besides the address's; null for a request of no account
     * @throws QuotaExceededException when the wait would be longer, with the time at which to try again
     * @throws QuotaInterruptedException when the thread is interrupted while it waits
     */
    Permit acquire(@Nullable String account, Priority priority, Duration maxWait);

    /**
     * As {@link #acquire(String, Priority, Duration)}, without waiting on the calling thread.
     *
     * <p>The permit must be ended even where the stage is cancelled or forgotten.
     *
     * @param timer waits for the slot; the stage completes on its threads if not at once. A server's
     *     {@code ManagedScheduledExecutorService} does
     */
    CompletionStage<Permit> acquireAsync(
            @Nullable String account, Priority priority, Duration maxWait, ScheduledExecutorService timer);
}
