package io.github.buymed4j.console.oidc;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A log-in that a browser has begun, kept in its session until the provider sends the browser back.
 *
 * @param state ties the provider's answer to the session
 * @param nonce ties the ID token to the session
 * @param verifier ties the authorization code to the session (PKCE); {@code toString} does not contain it
 */
public record PendingLogin(String state, String nonce, String verifier) implements Serializable {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new log-in, with 256 random bits in each part. */
    public static PendingLogin begin() {
        return new PendingLogin(random(), random(), random());
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    /** True if the provider's answer has the state of this log-in. */
    public boolean isAnsweredBy(@Nullable String givenState) {
        return givenState != null && MessageDigest.isEqual(ascii(state), ascii(givenState));
    }

    /** The code challenge of the verifier: RFC 7636, {@code S256}. */
    String challenge() {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(ascii(verifier)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] ascii(String value) {
        return value.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "a log-in at the OpenID provider";
    }
}
