package io.github.buymed4j.sandbox.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Makes secrets in forms that a scan for leaks recognises, and hashes them: what is kept is the hash, the secret itself
 * is shown once.
 */
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 40;

    private Secret() {}

    public static String clientSecret() {
        return random("sk_sandbox_", BASE62, LENGTH);
    }

    public static String accessToken() {
        return random("at_sandbox_", BASE62, LENGTH);
    }

    public static String refreshToken() {
        return random("rt_sandbox_", BASE62, LENGTH);
    }

    /** For a code, a session, a form: anything that only has to be unguessable. */
    public static String nonce() {
        return random("", BASE62, LENGTH);
    }

    public static String password() {
        return random("pw_sandbox_", BASE62, 16);
    }

    public static String clientId() {
        return random("buymed_app_", "0123456789", 9);
    }

    private static String random(String prefix, String alphabet, int length) {
        StringBuilder text = new StringBuilder(prefix);
        RANDOM.ints(length, 0, alphabet.length()).forEach(index -> text.append(alphabet.charAt(index)));
        return text.toString();
    }

    /** SHA-256, in hexadecimal. */
    public static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes the same time whatever differs. */
    public static boolean matches(String secret, String hash) {
        return MessageDigest.isEqual(hash(secret).getBytes(UTF_8), hash.getBytes(UTF_8));
    }
}
