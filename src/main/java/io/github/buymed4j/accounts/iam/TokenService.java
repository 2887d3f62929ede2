package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.config.Secret;
import java.util.Optional;

/**
 * Requests tokens. Each method sends one request; it sends a second one only if the platform rejected the application's
 * credentials, so that the first was not processed, and newer credentials exist. Blocks at most for the timeouts of
 * {@code buymed-iam}. Thread-safe. Throws a {@link io.github.buymed4j.BuymedException} whose text contains nothing of
 * the request.
 */
public interface TokenService {

    /**
     * Exchanges the authorization code; with the PKCE verifier (RFC 7636) if the authorization began with a challenge.
     */
    IssuedTokens exchange(Secret code, Optional<Secret> codeVerifier);

    IssuedTokens refresh(Secret refreshToken);
}
