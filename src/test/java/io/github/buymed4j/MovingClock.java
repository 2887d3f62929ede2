package io.github.buymed4j;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
public final class MovingClock extends Clock {

    private volatile Instant now = Instant.parse("2025-10-01T06:57:09.079Z");
    private volatile long nanos = Long.MAX_VALUE - 1_000; // the monotonic timer may overflow at any time

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    /** Somebody sets the clock, by so much, back where that is negative; no time passes. */
    public synchronized void set(Duration difference) {
        now = now.plus(difference);
    }

    /** The monotonic timer, which nobody sets. */
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
