package io.github.buymed4j.quota;

import java.time.Instant;

/** How time passes, as far as the quota is concerned; tests bring their own. */
interface Time {

    /** Nanoseconds since some start; never goes back, unlike a clock. */
    long nanos();

    /** What a clock will show, or showed, at {@link #nanos()}. */
    Instant at(long nanos);

    /** Lets the calling thread rest for so long, or until it is unparked or interrupted, or for no reason at all. */
    void park(long nanos);

    /** Lets the thread go on if it rests, or not rest the next time. */
    void unpark(Thread thread);
}
