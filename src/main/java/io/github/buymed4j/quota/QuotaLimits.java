package io.github.buymed4j.quota;

import java.time.Duration;

/**
 * What the platform allows, and how this application uses it.
 *
 * @param address for all requests from this IP address
 * @param account for the requests of each account
 * @param interactiveShare the part of every limit that batch requests leave free, at least 0 and less than 1
 * @param maxWait how long an interactive request waits at most
 * @param batchMaxWait how long a batch request waits at most
 */
public record QuotaLimits(
        Limit address, Limit account, double interactiveShare, Duration maxWait, Duration batchMaxWait) {

    public QuotaLimits {
        if (!(interactiveShare >= 0 && interactiveShare < 1)) {
            throw new IllegalArgumentException("The interactive share is at least 0 and less than 1");
        }
        if (maxWait.isNegative() || batchMaxWait.isNegative()) {
            throw new IllegalArgumentException("Nobody can wait a negative time");
        }
    }

    /** The share of one node when this many nodes do not coordinate; see {@link Limit#fairShare}. */
    QuotaLimits fairShare(int nodes) {
        return new QuotaLimits(
                address.fairShare(nodes), account.fairShare(nodes), interactiveShare, maxWait, batchMaxWait);
    }

    Duration maxWait(Priority priority) {
        return priority == Priority.BATCH ? batchMaxWait : maxWait;
    }
}
