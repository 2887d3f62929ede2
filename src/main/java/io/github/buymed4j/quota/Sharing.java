package io.github.buymed4j.quota;

import java.time.Duration;

/**
 * How nodes share their limits.
 *
 * @param egress names the IP address that the platform sees: the same on the nodes behind it, and on no other
 * @param nodes how many there are at most; while the database is away, each keeps to its part
 * @param longestRequest how long a request may take; the slots of a node that died return that much later
 */
public record Sharing(String egress, int nodes, Duration longestRequest) {

    public Sharing {
        if (nodes < 1 || longestRequest.isNegative()) {
            throw new IllegalArgumentException("Sharing takes at least one node, and no negative time");
        }
    }
}
