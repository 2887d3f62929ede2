package io.github.buymed4j.credentials;

import java.time.Duration;

/**
 * Detects unusually many denials by the platform: {@link #MANY} within a minute. A burst is reported once, and the next
 * one only after a minute with fewer denials. Thread-safe.
 */
final class DenialBurst {

    static final int MANY = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final long[] times = new long[MANY];
    private long count;
    private boolean told;

    /** Counts one denial; true if a burst begins with it. */
    synchronized boolean add(long now) {
        times[(int) (count % MANY)] = now;
        count++;
        boolean many = count >= MANY && now - times[(int) (count % MANY)] <= WINDOW.toNanos();
        boolean begun = many && !told;
        told = many;
        return begun;
    }
}
