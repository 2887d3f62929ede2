package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.config.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the platform answered. It need not give a new refresh token, nor say how long one lives, nor repeat the scopes: then
 * what was known before stays.
 *
 * @param scopes empty where it does not say
 */
public record IssuedTokens(
        Secret accessToken,
        Optional<Secret> refreshToken,
        Duration expiresIn,
        Optional<Duration> refreshExpiresIn,
        List<String> scopes) {

    public IssuedTokens {
        scopes = List.copyOf(scopes);
    }
}
