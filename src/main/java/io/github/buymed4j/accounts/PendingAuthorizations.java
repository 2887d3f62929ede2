package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The authorizations that this browser has begun, in its session: bound to it, and gone with it. A few at a time, one for each
 * tab. Thread-safe.
 */
@SessionScoped
class PendingAuthorizations implements Serializable {

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final long serialVersionUID = 1L;
    private static final int MOST = 16;
    private static final int STATE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Pending> byState = new LinkedHashMap<>();

    /** The state to send along: 128 random bits. */
    synchronized String begin(Account account, ReturnPath returnTo, Instant now) {
        byte[] bytes = new byte[STATE_BYTES];
        RANDOM.nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (byState.size() == MOST) {
            byState.remove(byState.keySet().iterator().next());
        }
        byState.put(state, new Pending(account.id(), returnTo.value(), now.plus(LIFE), false));
        return state;
    }

    /** What was begun with the state, which is used up by this; null where this browser has begun none with it. */
    synchronized @Nullable Pending take(String state) {
        Pending pending = byState.get(state);
        if (pending != null) {
            byState.put(state, pending.asUsed());
        }
        return pending;
    }

    /** One that was begun. */
    record Pending(String accountId, String returnPath, Instant expiresAt, boolean used) implements Serializable {

        Account account() {
            return Account.of(accountId);
        }

        ReturnPath returnTo() {
            return new ReturnPath(returnPath);
        }

        Pending asUsed() {
            return new Pending(accountId, returnPath, expiresAt, true);
        }
    }
}
