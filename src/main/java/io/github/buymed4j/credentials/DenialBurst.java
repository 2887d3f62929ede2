package io.github.buymed4j.credentials;

import java.time.Duration;

/**
 * Notices when the platform denies much more than it does in quiet times: {@link #MANY} denials within a minute, told once
 * and then not again until a minute had fewer. Thread-safe.
 */
final class DenialBurst {

    static final int MANY = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final long[] times = new long[MANY];
    private long count;
    private boolean told;

    /** Counts one denial; whether a burst has begun with it. */
    synchronized boolean add(long now) {
        times[(int) (count % MANY)] = now;
        count++;
        boolean many = count >= MANY && now - times[(int) (count % MANY)] <= WINDOW.toNanos();
        boolean begun = many && !told;
        told = many;
        return begun;
    }
}
