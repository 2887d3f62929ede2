package io.github.buymed4j.quota;

import java.time.Duration;

/**
 * A number of requests per window of time, regardless of how the platform counts the window.
 *
 * @param requests {@link #UNLIMITED} for any number
 */
public record Limit(int requests, Duration window) {

    /** No limit: requests wait only after the platform has refused one (429). */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    public Limit {
        if (requests < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("A limit needs at least one request and a window that is not empty");
        }
    }

    boolean isUnlimited() {
        return requests == UNLIMITED;
    }

    @Override
    public String toString() {
        return isUnlimited() ? "any number of requests" : "at most " + requests + " requests in " + window;
    }

    /**
     * The share of one node when this many nodes use this limit without coordination. Safe regardless of the other
     * nodes; unused shares and the remainder are lost.
     *
     * @throws IllegalArgumentException if there are more nodes than requests, so that no split is possible
     */
    public Limit fairShare(int nodes) {
        return isUnlimited() ? this : new Limit(requests / nodes, window);
    }
}
