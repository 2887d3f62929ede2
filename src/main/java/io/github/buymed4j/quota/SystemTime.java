package io.github.buymed4j.quota;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Durations by the machine's monotonic timer, dates by the clock. */
final class SystemTime implements Time {

    private final long start = System.nanoTime();
    private final Clock clock;

    SystemTime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long nanos() {
        return System.nanoTime() - start;
    }

    @Override
    public Instant at(long nanos) {
        return clock.instant().plusNanos(nanos - nanos());
    }

    @Override
    public void park(long nanos) {
        LockSupport.parkNanos(this, nanos);
    }

    @Override
    public void unpark(Thread thread) {
        LockSupport.unpark(thread);
    }
}
