package io.github.buymed4j.quota;

import java.time.Duration;

/** So many requests in a window of time, however the platform counts them. */
public record Limit(int requests, Duration window) {

    public Limit {
        if (requests < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("A limit needs at least one request and a window that is not empty");
        }
    }

    /**
     * What one node may use when so many share this limit without talking to each other. Right whatever the others do; what
     * they leave unused is lost, as is the rest of the division.
     *
     * @throws IllegalArgumentException when there are more nodes than requests: then no split is right
     */
    public Limit fairShare(int nodes) {
        return new Limit(requests / nodes, window);
    }
}
