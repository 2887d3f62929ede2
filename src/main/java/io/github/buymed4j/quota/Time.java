package io.github.buymed4j.quota;

import java.time.Instant;

/** The time source of the quota; tests provide their own. */
interface Time {

    /** Nanoseconds since an arbitrary start; never decreases, unlike a clock. */
    long nanos();

    /** The clock time at this value of {@link #nanos()}, past or future. */
    Instant at(long nanos);

    /**
     * Parks the calling thread for this time, or until it is unparked or interrupted; may return early without a
     * reason.
     */
    void park(long nanos);

    /** Wakes the thread if it is parked; otherwise its next park returns at once. */
    void unpark(Thread thread);
}
