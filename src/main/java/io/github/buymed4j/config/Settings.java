package io.github.buymed4j.config;

import java.net.URI;
import java.time.Duration;

/**
 * What does not change while the application runs, validated. {@link ConfigKey} says what each is for.
 *
 * @param callMaxDuration more than nothing
 * @param maxReplySize bytes
 * @param quotaPerMinute {@link #UNLIMITED} where there is no limit; so too by the hour
 * @param quotaInteractiveShare percent
 */
public record Settings(
        URI apiUrl,
        String serviceRegion,
        Duration credentialsCheckInterval,
        Duration credentialsRotationWait,
        Duration callMaxDuration,
        long maxReplySize,
        int quotaPerMinute,
        int quotaPerHour,
        Duration quotaMaxWait,
        Duration quotaBatchMaxWait,
        int quotaInteractiveShare,
        Duration retryMaxDuration,
        Duration catalogueMaxAge,
        boolean healthRejectedIsDown,
        boolean securityEnforced,
        Duration maxSecretAge) {

    /** A quota without a limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** The only origin that ever sees the credentials. */
    public Origin apiOrigin() {
        return Origin.of(apiUrl);
    }
}
