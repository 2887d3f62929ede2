package io.github.buymed4j.credentials;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.function.LongSupplier;

/** The clocks and the waits of {@link RotatingCredentials}; injected, so that tests never sleep. */
record Timing(
        Duration checkInterval, Duration rotationWait, LongSupplier ticker, InstantSource clock, Waiting waiting) {

    static Timing ofTheSystem(Duration checkInterval, Duration rotationWait) {
        return new Timing(checkInterval, rotationWait, System::nanoTime, InstantSource.system(), Condition::awaitNanos);
    }

    long nanos() {
        return ticker.getAsLong();
    }

    Instant now() {
        return clock.instant();
    }

    /** Waits on the condition for the nanoseconds at most. */
    @FunctionalInterface
    interface Waiting {
        void await(Condition condition, long nanos) throws InterruptedException;
    }
}
