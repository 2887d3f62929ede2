package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.config.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tokens in a reply of the platform. The refresh token, the lifetimes and the scopes may be missing; the values
 * known before then remain valid.
 *
 * @param expiresIn from one second to {@link Lifetime#LONGEST}; empty if missing or not a number of at least one
 * @param refreshExpiresIn the same for the refresh token
 * @param scopes empty if missing; invalid scopes are left out
 */
public record IssuedTokens(
        Secret accessToken,
        Optional<Secret> refreshToken,
        Optional<Duration> expiresIn,
        Optional<Duration> refreshExpiresIn,
        List<String> scopes) {

    /** This limit and the next one keep the scopes within the size of the store's column. */
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
