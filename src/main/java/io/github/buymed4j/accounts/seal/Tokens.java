package io.github.buymed4j.accounts.seal;

import io.github.buymed4j.config.Secret;
import java.util.Optional;

/**
 * The tokens that the platform issued for one account.
 *
 * @param refreshToken empty if it issued none: the pharmacy then has to authorize again when the access token has
 *     expired
 */
public record Tokens(Secret accessToken, Optional<Secret> refreshToken) {}
