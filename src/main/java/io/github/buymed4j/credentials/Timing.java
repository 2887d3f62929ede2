package io.github.buymed4j.credentials;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** The clocks and the waits of {@link RotatingCredentials}; injected, so that tests never sleep. */
record Timing(Duration checkInterval, Duration rotationWait, LongSupplier ticker, InstantSource clock) {

    long nanos() {
        return ticker.getAsLong();
    }

    Instant now() {
        return clock.instant();
    }
}
