package io.github.buymed4j.accounts;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;

/**
 * What time it is and how it passes; injected, so that tests do not wait.
 *
 * @param clock for what the platform and other nodes say: it may be set
 * @param ticker nanoseconds that only grow, for intervals
 */
record Time(Clock clock, LongSupplier ticker, Pause pause) {

    static final Time SYSTEM = new Time(Clock.systemUTC(), System::nanoTime, Pause.blocking());

    Instant now() {
        return clock.instant();
    }

    long nanos() {
        return ticker.getAsLong();
    }

    /**
     * Lets the time pass.
     *
     * @throws io.github.buymed4j.CallInterruptedException when the thread is interrupted, whose flag stays set
     */
    void pause(Duration duration) {
        try {
            pause.of(duration.toNanos()).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof BuymedException ended ? ended : e;
        }
    }
}
