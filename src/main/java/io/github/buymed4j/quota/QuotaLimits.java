package io.github.buymed4j.quota;

import java.time.Duration;

/**
 * What the platform allows, and how long this application waits for it.
 *
 * @param address for all requests from this IP address
 * @param account for the requests of each account
 * @param maxWait how long an interactive request waits at most
 * @param batchMaxWait how long a batch request waits at most
 */
record QuotaLimits(Limit address, Limit account, Duration maxWait, Duration batchMaxWait) {

    QuotaLimits {
        if (maxWait.isNegative() || batchMaxWait.isNegative()) {
            throw new IllegalArgumentException("Nobody can wait a negative time");
        }
    }

    /** The share of one node when this many nodes do not coordinate; see {@link Limit#fairShare}. */
    QuotaLimits fairShare(int nodes) {
        return new QuotaLimits(address.fairShare(nodes), account.fairShare(nodes), maxWait, batchMaxWait);
    }

    Duration maxWait(Priority priority) {
        return priority == Priority.BATCH ? batchMaxWait : maxWait;
    }
}
