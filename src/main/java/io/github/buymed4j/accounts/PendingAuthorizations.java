package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The authorizations that this browser has begun, kept in its HTTP session: at most 16, so that several tabs work; the
 * oldest is dropped first. Thread-safe.
 */
@SessionScoped
class PendingAuthorizations implements Serializable {

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final long serialVersionUID = 1L;
    private static final int MOST = 16;
    private static final int STATE_BYTES = 16;
    private static final int VERIFIER_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Pending> byState = new LinkedHashMap<>();

    /**
     * Begins an authorization: a state of 128 random bits and, for PKCE, the challenge of a verifier of 256 random
     * bits.
     */
    synchronized Begun begin(Account account, ReturnPath returnTo, Instant now) {
        String state = random(STATE_BYTES);
        String verifier = random(VERIFIER_BYTES);
        if (byState.size() == MOST) {
            byState.remove(byState.keySet().iterator().next());
        }
        byState.put(state, new Pending(account, returnTo, now.plus(LIFE), verifier, false));
        return new Begun(state, challenge(verifier));
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    /** The code challenge of the verifier: RFC 7636, {@code S256}. */
    private static String challenge(String verifier) {
        try {
            byte[] ascii = verifier.getBytes(StandardCharsets.US_ASCII);
            return text(MessageDigest.getInstance("SHA-256").digest(ascii));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The authorization begun with this state, now marked as used; null if this browser has begun none with it. */
    synchronized @Nullable Pending take(String state) {
        Pending pending = byState.get(state);
        if (pending != null) {
            byState.put(state, pending.asUsed());
        }
        return pending;
    }

    /** The values sent to the platform's page. */
    record Begun(String state, String codeChallenge) {}

    /** An authorization that was begun; {@code toString} does not contain the verifier. */
    record Pending(Account account, ReturnPath returnTo, Instant expiresAt, String codeVerifier, boolean used)
            implements Serializable {

        Pending asUsed() {
            return new Pending(account, returnTo, expiresAt, codeVerifier, true);
        }

        @Override
        public String toString() {
            return "an authorization of the account " + account;
        }
    }
}
