package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.config.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the platform answered. It need not give a new refresh token, nor say how long a token lives, nor repeat the scopes: then
 * what was known before stays.
 *
 * @param expiresIn from a second to {@link Lifetime#LONGEST}; empty where it does not say, or not with a number from one on
 * @param refreshExpiresIn the same for the refresh token
 * @param scopes empty where it does not say; what is no scope is left out
 */
public record IssuedTokens(
        Secret accessToken,
        Optional<Secret> refreshToken,
        Optional<Duration> expiresIn,
        Optional<Duration> refreshExpiresIn,
        List<String> scopes) {

    /** With the next limit, as much as a store holds. */
    private static final Pattern SCOPE = Pattern.compile("[!-~]{1,60}");

    private static final int MOST_SCOPES = 30;

    public IssuedTokens {
        scopes = scopes.stream()
                .filter(scope -> SCOPE.matcher(scope).matches())
                .distinct()
                .limit(MOST_SCOPES)
                .toList();
    }
}
