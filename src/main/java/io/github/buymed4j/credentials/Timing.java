package io.github.buymed4j.credentials;

import io.github.buymed4j.internal.time.Pause;
import io.github.buymed4j.internal.time.Pauses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** The clocks of {@link RotatingCredentials} and the pause of its blocking methods; injected, so that tests never sleep. */
record Timing(Duration checkInterval, Duration rotationWait, LongSupplier ticker, InstantSource clock, Pause pause) {

    static Timing ofTheSystem(Duration checkInterval, Duration rotationWait) {
        return new Timing(
                checkInterval, rotationWait, System::nanoTime, InstantSource.system(), new Pauses().blocking());
    }

    long nanos() {
        return ticker.getAsLong();
    }
}
