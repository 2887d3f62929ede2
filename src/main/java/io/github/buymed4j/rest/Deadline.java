package io.github.buymed4j.rest;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long calls may wait, where the configured times do not fit: for the quota, and until they are repeated. A request that
 * has been sent is not broken off; its own limits are {@code buymed/mp-rest/connectTimeout} and {@code readTimeout}.
 */
public final class Deadline {

    private static final ThreadLocal<Long> CURRENT = new ThreadLocal<>();

    private Deadline() {}

    /**
     * Runs the work on this thread; no call to the platform that it makes waits for anything after so long a time from now.
     * Inside another deadline the earlier one holds.
     */
    public static <T> T within(Duration time, Supplier<T> work) {
        Long outer = CURRENT.get();
        long end = System.nanoTime() + time.toNanos();
        CURRENT.set(outer != null && outer - end < 0 ? outer : Long.valueOf(end));
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** By {@link System#nanoTime()}. */
    static @Nullable Long current() {
        return CURRENT.get();
    }
}
