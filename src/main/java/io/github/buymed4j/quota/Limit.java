package io.github.buymed4j.quota;

import java.time.Duration;

/**
 * So many requests in a window of time, however the platform counts them.
 *
 * @param requests {@link #UNLIMITED} for any number
 */
public record Limit(int requests, Duration window) {

    /** The platform counts nothing: requests wait only where it refuses one all the same. */
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
     * What one node may use when so many share this limit without talking to each other. Safe regardless of the other nodes;
     * unused shares and the remainder are lost.
     *
     * @throws IllegalArgumentException when there are more nodes than requests: then no split is right
     */
    public Limit fairShare(int nodes) {
        return isUnlimited() ? this : new Limit(requests / nodes, window);
    }
}
