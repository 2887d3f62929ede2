package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import io.github.buymed4j.quota.Priority;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a thread says about the calls that it makes: for whom, and how long they may wait. Taken when a call starts, so that
 * the threads on which it goes on need not know.
 *
 * @param deadline by {@link System#nanoTime()}; null for the configured times
 */
record Caller(
        @Nullable Account account,
        Priority priority,
        @Nullable Long deadline) {

    static Caller current() {
        return new Caller(
                BoundAccount.current().orElse(null),
                BatchWork.isCurrent() ? Priority.BATCH : Priority.INTERACTIVE,
                Deadline.current());
    }

    boolean isBatch() {
        return priority == Priority.BATCH;
    }

    /** How long a wait that began then may last from now on, by {@link System#nanoTime()}; negative when it is over. */
    long nanosLeft(long since, Duration configured, long now) {
        return deadline == null ? configured.toNanos() - (now - since) : deadline - now;
    }
}
