package io.github.buymed4j.quota;

import java.time.Duration;

/**
 * What the platform allows, and how this application uses it.
 *
 * @param address for all requests from this IP address
 * @param account for the requests of each account
 * @param interactiveShare the part of every limit that batch requests leave free, at least 0 and less than 1
 * @param maxWait how long an interactive request waits where its caller does not say
 * @param batchMaxWait how long a batch request waits where its caller does not say
 */
public record QuotaLimits(
        Limit address, Limit account, double interactiveShare, Duration maxWait, Duration batchMaxWait) {

    /** One request in five. */
    public static final double DEFAULT_INTERACTIVE_SHARE = 0.2;

    public QuotaLimits {
        if (!(interactiveShare >= 0 && interactiveShare < 1)) {
            throw new IllegalArgumentException("The interactive share is at least 0 and less than 1");
        }
        if (maxWait.isNegative() || batchMaxWait.isNegative()) {
            throw new IllegalArgumentException("Nobody can wait a negative time");
        }
    }

    /**
     * The platform's windows and this product's defaults. A batch request waits a little more than an hour, so that even an
     * account that is used up at once only delays it.
     */
    public static QuotaLimits of(int perMinute, int perHour, Duration maxWait) {
        return new QuotaLimits(
                new Limit(perMinute, Duration.ofMinutes(1)),
                new Limit(perHour, Duration.ofHours(1)),
                DEFAULT_INTERACTIVE_SHARE,
                maxWait,
                Duration.ofMinutes(65));
    }

    Duration maxWait(Priority priority) {
        return priority == Priority.BATCH ? batchMaxWait : maxWait;
    }
}
