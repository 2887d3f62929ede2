package io.github.buymed4j.sandbox.tokens;

import io.github.buymed4j.sandbox.apps.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens that were given out, by their hashes. Thread-safe. */
public final class Tokens {
    private static final int PURGE_FROM = 10_000;

    private final Map<String, Token> access = new ConcurrentHashMap<>();
    private final Map<String, Token> refresh = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile int purgeAbove = PURGE_FROM;

    public Tokens(Clock clock) {
        this.clock = clock;
    }

    public IssuedTokens issue(Grant grant) {
        String refreshToken = Secret.refreshToken();
        refresh.put(Secret.hash(refreshToken), token(grant, grant.refreshLifetime()));
        return new IssuedTokens(issueAccess(grant), refreshToken);
    }

    public String issueAccess(Grant grant) {
        String accessToken = Secret.accessToken();
        accept(accessToken, grant);
        return accessToken;
    }

    /** Takes a given access token, so that a run can be seeded. */
    public void accept(String accessToken, Grant grant) {
        access.put(Secret.hash(accessToken), token(grant, grant.accessLifetime()));
        if (access.size() > purgeAbove) {
            access.values().removeIf(token -> !isValid(token));
            refresh.values().removeIf(token -> !isValid(token));
            purgeAbove = Math.max(PURGE_FROM, 2 * access.size());
        }
    }

    private Token token(Grant grant, Duration lifetime) {
        return new Token(
                grant.appId(), grant.account(), grant.scopes(), clock.instant().plus(lifetime), grant.untilLogOut());
    }

    public Optional<Token> findAccess(String accessToken) {
        return Optional.ofNullable(access.get(Secret.hash(accessToken))).filter(this::isValid);
    }

    /**
     * What a refresh token of this application stands for.
     *
     * @param dies whether this is its last use; of several callers at once, one gets it then
     */
    public Optional<Token> redeem(String refreshToken, String appId, boolean dies) {
        String hash = Secret.hash(refreshToken);
        return Optional.ofNullable(refresh.get(hash))
                .filter(this::isValid)
                .filter(token -> token.appId().equals(appId))
                .filter(token -> !dies || refresh.remove(hash, token));
    }

    /** The pharmacies that have authorized an application, each with a token of its own that stands for what it allowed. */
    public Map<String, Token> accountsOf(String appId) {
        Map<String, Token> byAccount = new TreeMap<>();
        access.values().stream()
                .filter(token -> token.appId().equals(appId) && isValid(token))
                .forEach(token -> byAccount.putIfAbsent(token.account(), token));
        return byAccount;
    }

    /** The pharmacy has taken its consent back: all of its tokens are invalid. */
    public void revoke(String account) {
        access.values().removeIf(token -> token.account().equals(account));
        refresh.values().removeIf(token -> token.account().equals(account));
    }

    /** The pharmacy has logged out: those of its tokens that were to end with that are invalid. */
    public void logOut(String account) {
        access.values().removeIf(token -> token.untilLogOut() && token.account().equals(account));
        refresh.values()
                .removeIf(token -> token.untilLogOut() && token.account().equals(account));
    }

    /** The access tokens that are not expired, by their hashes. */
    public Map<String, Token> validAccess() {
        return valid(access);
    }

    /** The refresh tokens that are not expired, by their hashes. */
    public Map<String, Token> validRefresh() {
        return valid(refresh);
    }

    private Map<String, Token> valid(Map<String, Token> tokens) {
        Map<String, Token> valid = new TreeMap<>(tokens);
        valid.values().removeIf(token -> !isValid(token));
        return valid;
    }

    /** Takes tokens that another one gave out. */
    public void restore(Map<String, Token> accessByHash, Map<String, Token> refreshByHash) {
        access.putAll(accessByHash);
        refresh.putAll(refreshByHash);
    }

    private boolean isValid(Token token) {
        return token.isValidAt(clock.instant());
    }
}
