package io.github.buymed4j.accounts.seal;

import io.github.buymed4j.config.Secret;
import java.util.Optional;

/**
 * What the platform gave for one account.
 *
 * @param refreshToken empty where it gave none: then the pharmacy authorizes anew when the access token has run out
 */
public record Tokens(Secret accessToken, Optional<Secret> refreshToken) {}
