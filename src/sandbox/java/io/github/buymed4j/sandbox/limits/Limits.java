package io.github.buymed4j.sandbox.limits;

import java.time.Duration;

/**
 * The platform's two limits: 100 requests a minute per IP address and 1,000 an hour per account.
 *
 * @param perEndpoint whether each endpoint has limits of its own
 */
public record Limits(Limit perAddress, Limit perAccount, Counting counting, boolean perEndpoint) {
    public static final Limits DOCUMENTED = new Limits(
            new Limit(100, Duration.ofMinutes(1)), new Limit(1000, Duration.ofHours(1)), Counting.SLIDING, false);
}
