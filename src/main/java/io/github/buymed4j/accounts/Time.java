package io.github.buymed4j.accounts;

import io.github.buymed4j.internal.time.Failures;
import io.github.buymed4j.internal.time.Pause;
import io.github.buymed4j.internal.time.Pauses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The time and a way to wait; injected, so that tests do not wait.
 *
 * @param clock wall clock, for times of the platform and of other nodes; may be adjusted at any time
 * @param ticker monotonic nanoseconds, for intervals
 */
record Time(Clock clock, LongSupplier ticker, Pause pause) {

    static final Time SYSTEM = new Time(Clock.systemUTC(), System::nanoTime, new Pauses().blocking());

    Instant now() {
        return clock.instant();
    }

    long nanos() {
        return ticker.getAsLong();
    }

    /**
     * Blocks for the duration.
     *
     * @throws io.github.buymed4j.CallInterruptedException if the thread is interrupted; its interrupt flag stays set
     */
    void pause(Duration duration) {
        Failures.await(pause.of(duration.toNanos()));
    }
}
