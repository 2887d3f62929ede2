package io.github.buymed4j.quota;

import java.time.Duration;

/**
 * How nodes share their limits.
 *
 * @param egress name of the IP address that the platform sees: the same on all nodes behind that address, and on no
 *     other
 * @param nodes largest number of nodes; while the database is unavailable, each keeps to its fair share
 * @param longestRequest how long a request may take; the slots of a crashed node return that much later
 */
public record Sharing(String egress, int nodes, Duration longestRequest) {

    public Sharing {
        if (nodes < 1 || longestRequest.isNegative()) {
            throw new IllegalArgumentException("Sharing takes at least one node, and no negative time");
        }
    }
}
