package io.github.buymed4j.sandbox.tokens;

import java.time.Duration;
import java.util.Set;

/**
 * What a pharmacy has allowed an application, and how long the tokens for it live.
 *
 * @param untilLogOut whether they die when the pharmacy logs out
 */
public record Grant(
        String appId,
        String account,
        Set<String> scopes,
        Duration accessLifetime,
        Duration refreshLifetime,
        boolean untilLogOut) {
    /** As documented: 432,000 s. */
    public static final Duration ACCESS_LIFETIME = Duration.ofDays(5);
    /** As documented: 2,592,000 s. */
    public static final Duration REFRESH_LIFETIME = Duration.ofDays(30);

    public Grant {
        scopes = Set.copyOf(scopes);
    }
}
