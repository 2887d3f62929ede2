package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.quota.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a thread says about the calls that it makes: as which application, for whom, and how long they may wait. Taken when a
 * call starts, so that the threads on which it goes on need not know.
 *
 * @param deadline by {@link System#nanoTime()}; null for the configured times
 */
record Caller(
        ApplicationName application,
        @Nullable Account account,
        Priority priority,
        @Nullable Long deadline) {

    /** Where nothing is said. */
    static final Caller ANY = new Caller(ApplicationName.DEFAULT, null, Priority.INTERACTIVE, null);

    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();

    static Caller current() {
        Caller bound = CURRENT.get();
        return bound == null ? ANY : bound;
    }

    /** Binds it to this thread; gives what was bound before, to be bound again on the same thread. */
    Caller bind() {
        Caller outer = current();
        if (equals(ANY)) {
            CURRENT.remove();
        } else {
            CURRENT.set(this);
        }
        return outer;
    }

    /** Does the work with this bound to the thread. */
    <T, E extends Exception> T call(Work<T, E> work) throws E {
        Caller outer = bind();
        try {
            return work.call();
        } finally {
            outer.bind();
        }
    }

    /** What is done as a caller; its exception goes through as it is. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T call() throws E;
    }

    Caller as(ApplicationName name) {
        return new Caller(name, account, priority, deadline);
    }

    Caller as(@Nullable Account whose) {
        return new Caller(application, whose, priority, deadline);
    }

    Caller batch() {
        return new Caller(application, account, Priority.BATCH, deadline);
    }

    /** The earlier one of two deadlines holds. */
    Caller until(long end) {
        boolean earlier = deadline != null && deadline - end < 0;
        return earlier ? this : new Caller(application, account, priority, Long.valueOf(end));
    }

    boolean isBatch() {
        return priority == Priority.BATCH;
    }

    /** Equal for those who get the same replies. */
    Object whose() {
        return List.of(application, Optional.ofNullable(account));
    }

    /** How long a wait that began then may last from now on, by {@link System#nanoTime()}; negative when it is over. */
    long nanosLeft(long since, Duration configured, long now) {
        return deadline == null ? configured.toNanos() - (now - since) : deadline - now;
    }
}
