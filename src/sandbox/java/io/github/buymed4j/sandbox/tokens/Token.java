package io.github.buymed4j.sandbox.tokens;

import java.time.Instant;
import java.util.Set;

/**
 * What an access token or a refresh token stands for.
 *
 * @param untilLogOut whether it dies when the pharmacy logs out
 */
public record Token(String appId, String account, Set<String> scopes, Instant expiresAt, boolean untilLogOut) {
    public Token {
        scopes = Set.copyOf(scopes);
    }

    boolean isValidAt(Instant time) {
        return time.isBefore(expiresAt);
    }
}
