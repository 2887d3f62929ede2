package io.github.buymed4j.sandbox.oauth;

import io.github.buymed4j.sandbox.apps.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The codes that wait for being exchanged, the rules in force, and how many token requests came. Thread-safe. */
public final class Authorizations {
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final LongAdder tokenRequests = new LongAdder();
    private final Clock clock;
    private volatile TokenRules rules = TokenRules.USUAL;

    public Authorizations(Clock clock) {
        this.clock = clock;
    }

    public TokenRules rules() {
        return rules;
    }

    public void set(TokenRules newRules) {
        rules = newRules;
    }

    /** Since the start. */
    public long tokenRequests() {
        return tokenRequests.sum();
    }

    void countTokenRequest() {
        tokenRequests.increment();
    }

    String issueCode(String appId, String account, Set<String> scopes, boolean untilLogOut) {
        String code = Secret.nonce();
        codes.put(
                Secret.hash(code),
                new Code(appId, account, scopes, clock.instant().plus(CODE_LIFETIME), untilLogOut));
        return code;
    }

    /** The pharmacy has logged out: those of its codes that were to end with that are invalid. */
    public void logOut(String account) {
        codes.values().removeIf(code -> code.untilLogOut() && code.account().equals(account));
    }

    /** A code is used up by the first attempt, whoever makes it. */
    Optional<Code> redeem(String code, String appId) {
        return Optional.ofNullable(codes.remove(Secret.hash(code)))
                .filter(found -> found.appId().equals(appId))
                .filter(found -> clock.instant().isBefore(found.expiresAt()));
    }
}
