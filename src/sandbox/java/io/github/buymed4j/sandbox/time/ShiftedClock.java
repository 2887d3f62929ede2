package io.github.buymed4j.sandbox.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be set wrong, so that the platform and its callers disagree about the time. Thread-safe. */
public final class ShiftedClock extends Clock {
    private final Clock base;
    private volatile Duration offset = Duration.ZERO;

    public ShiftedClock(Clock base) {
        this.base = base;
    }

    public synchronized void shift(Duration newOffset) {
        offset = newOffset;
    }

    /** Moves it on, or back by a negative duration, from where it stands. */
    public synchronized void advance(Duration by) {
        offset = offset.plus(by);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }

    @Override
    public long millis() {
        return base.millis() + offset.toMillis();
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        ShiftedClock other = new ShiftedClock(base.withZone(zone));
        other.shift(offset);
        return other;
    }
}
