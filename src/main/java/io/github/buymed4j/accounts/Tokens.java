package io.github.buymed4j.accounts;

import io.github.buymed4j.config.Secret;
import java.util.Optional;

/**
 * The tokens that the platform issued for one account.
 *
 * @param refreshToken empty if it issued none: the pharmacy then has to authorize again when the access token has
 *     expired
 */
record Tokens(Secret accessToken, Optional<Secret> refreshToken) {

    /** These tokens, with the refresh token of those before if they have none: it may still be valid. */
    Tokens after(Tokens before) {
        return refreshToken.isPresent() ? this : new Tokens(accessToken, before.refreshToken);
    }
}
