package io.github.buymed4j.quota;

import java.time.Duration;

/**
 * A number of requests per window of time, regardless of how the platform counts the window.
 *
 * @param requests {@link #UNLIMITED} for any number
 * @param interactiveShare the part that batch requests leave free, at least 0 and less than 1
 */
record Limit(int requests, Duration window, double interactiveShare) {

    /** No limit: requests wait only after the platform has refused one (429). */
    static final int UNLIMITED = Integer.MAX_VALUE;

    /** A slot returns a thousandth of the window late, because the timers of two machines differ slightly in speed. */
    private static final int GUARD = 1_000;

    Limit {
        if (requests < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("A limit needs at least one request and a window that is not empty");
        }
        if (!(interactiveShare >= 0 && interactiveShare < 1)) {
            throw new IllegalArgumentException("The interactive share is at least 0 and less than 1");
        }
    }

    boolean isUnlimited() {
        return requests == UNLIMITED;
    }

    /** How many of the requests may be batch requests. */
    int batchRequests() {
        return Math.max(1, requests - (int) Math.round(requests * interactiveShare));
    }

    /** Nanoseconds from a reply until its slot is free again. */
    long cooling() {
        long nanos = window.toNanos();
        return nanos + nanos / GUARD;
    }

    /** Nanoseconds between two batch requests that are spread evenly. */
    long pace() {
        return cooling() / batchRequests();
    }

    /**
     * The share of one node when this many nodes use this limit without coordination. Safe regardless of the other
     * nodes; unused shares and the remainder are lost.
     *
     * @throws IllegalArgumentException if there are more nodes than requests, so that no split is possible
     */
    Limit fairShare(int nodes) {
        return isUnlimited() ? this : new Limit(requests / nodes, window, interactiveShare);
    }

    @Override
    public String toString() {
        return isUnlimited() ? "any number of requests" : "at most " + requests + " requests in " + window;
    }
}
