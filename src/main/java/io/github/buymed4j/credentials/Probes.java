package io.github.buymed4j.credentials;

import java.time.Duration;

/**
 * Schedules the requests that test if the platform accepts rejected credentials again: the first after one second, the
 * next ones after pauses that double up to a minute. Ten minutes take 14 requests. Not thread-safe.
 */
final class Probes {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private int sent;
    private long due;

    void restart(long now) {
        sent = 0;
        due = now + FIRST.toNanos();
    }

    void makeDue(long now) {
        due = now;
    }

    boolean isDue(long now) {
        return now - due >= 0;
    }

    /** Counts one more, and returns the number sent before it. */
    int send(long now) {
        int before = sent;
        sent++;
        due = now + Math.min(FIRST.toNanos() << Math.min(sent, 10), LONGEST.toNanos());
        return before;
    }
}
