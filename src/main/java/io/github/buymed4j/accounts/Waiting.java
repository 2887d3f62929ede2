package io.github.buymed4j.accounts;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How a call waits for another node; injected, so that tests do not. */
@FunctionalInterface
interface Waiting {

    Waiting PARKED = pause -> LockSupport.parkNanos(pause.toNanos());

    void pause(Duration pause);
}
