package io.github.buymed4j.config;

import java.net.URI;
import java.time.Duration;

/**
 * The validated settings that do not change while the application runs. {@link ConfigKey} documents each of them.
 *
 * @param callMaxDuration more than zero
 * @param maxReplySize in bytes
 * @param quotaPerMinute {@link #UNLIMITED} if there is no limit; also per hour
 * @param quotaInteractiveShare in percent
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

    /** The only origin of API calls, to which the credentials are sent. */
    public Origin apiOrigin() {
        return Origin.of(apiUrl);
    }
}
