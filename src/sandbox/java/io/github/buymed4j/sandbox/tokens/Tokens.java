package io.github.buymed4j.sandbox.tokens;

import io.github.buymed4j.sandbox.apps.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens that were given out, by their hashes. Thread-safe. */
public final class Tokens {
    private final Map<String, Token> access = new ConcurrentHashMap<>();
    private final Map<String, Token> refresh = new ConcurrentHashMap<>();
    private final Clock clock;

    public Tokens(Clock clock) {
        this.clock = clock;
    }

    public IssuedTokens issue(Grant grant) {
        IssuedTokens issued = new IssuedTokens(Secret.accessToken(), Secret.refreshToken());
        accept(issued.accessToken(), grant);
        Instant end = clock.instant().plus(grant.refreshLifetime());
        refresh.put(Secret.hash(issued.refreshToken()), new Token(grant.appId(), grant.account(), grant.scopes(), end));
        return issued;
    }

    /** Takes a given access token, so that a run can be seeded. */
    public void accept(String accessToken, Grant grant) {
        Instant end = clock.instant().plus(grant.accessLifetime());
        access.put(Secret.hash(accessToken), new Token(grant.appId(), grant.account(), grant.scopes(), end));
    }

    public Optional<Token> findAccess(String accessToken) {
        return Optional.ofNullable(access.get(Secret.hash(accessToken))).filter(this::isValid);
    }

    private boolean isValid(Token token) {
        return token.isValidAt(clock.instant());
    }
}
