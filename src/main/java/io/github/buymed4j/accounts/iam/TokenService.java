package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.config.Secret;
import java.util.Optional;

/**
 * Gives tokens. Each method sends one request, and a second one only where the first was rejected for the application's
 * credentials, and so was not processed, while there are newer ones. Blocks at most for the timeouts of {@code buymed-iam}.
 * Thread-safe; throws a {@link io.github.buymed4j.BuymedException} without any of what was sent.
 */
public interface TokenService {

    /** Takes the verifier of PKCE (RFC 7636) where the authorization began with a challenge. */
    IssuedTokens exchange(Secret code, Optional<Secret> codeVerifier);

    IssuedTokens refresh(Secret refreshToken);
}
