package io.github.buymed4j.rest;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long calls may wait, where the configured times do not fit: for the quota, and until they are repeated. A request that
 * has been sent is not broken off; its own limits are {@code buymed/mp-rest/connectTimeout} and {@code readTimeout}.
 */
public final class Deadline {

    private Deadline() {}

    /**
     * Runs the work on this thread; no call to the platform that it makes waits for anything after so long a time from now.
     * Inside another deadline the earlier one holds.
     */
    public static <T> T within(Duration time, Supplier<T> work) {
        return Caller.current().until(System.nanoTime() + time.toNanos()).<T, RuntimeException>call(work::get);
    }
}
