package io.github.buymed4j.sandbox.limits;

import java.time.Duration;

/** So many requests in such a window. No requests means: no limit. */
public record Limit(int requests, Duration window) {
    public Limit {
        if (requests < 0 || window.toMillis() < 1) {
            throw new IllegalArgumentException("a limit needs a count of 0 or more and a window of 1 ms or more");
        }
    }

    boolean isOff() {
        return requests == 0;
    }

    long windowMillis() {
        return window.toMillis();
    }
}
