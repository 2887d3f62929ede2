package io.github.buymed4j.internal.config;

import io.github.buymed4j.config.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password's hash as Jakarta Security's {@code Pbkdf2PasswordHash} writes it:
 * {@code algorithm:iterations:salt:hash}, salt and hash in Base64. Computed by the JDK instead of the server, whose
 * implementations limit no iterations; Open Liberty's does not compare in constant time and logs parts of a malformed
 * hash. Immutable and thread-safe.
 */
public final class PasswordHash {

    /** The algorithms, and the iterations from which each is recommended (OWASP, 2023). */
    private static final Map<String, Integer> RECOMMENDED =
            Map.of("PBKDF2WithHmacSHA256", 600_000, "PBKDF2WithHmacSHA384", 210_000, "PBKDF2WithHmacSHA512", 210_000);

    private static final int FEWEST_ITERATIONS = 1_024;
    /** More would let an attacker occupy a processor for seconds with each guess. */
    private static final int MOST_ITERATIONS = 5_000_000;

    private static final int SHORTEST = 16;
    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile("(\\w{1,40}):(\\d{1,9}):([^:]{1,100}):([^:]{1,100})");

    private final String algorithm;
    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(String algorithm, int iterations, byte[] salt, byte[] hash) {
        this.algorithm = algorithm;
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /**
     * Reads a hash.
     *
     * @throws IllegalArgumentException if it is not one; without its text
     */
    public static PasswordHash of(Secret text) {
        Matcher parts = FORM.matcher(text.reveal());
        if (!parts.matches() || !RECOMMENDED.containsKey(parts.group(1))) {
            throw new IllegalArgumentException("not a hash");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        PasswordHash hash = new PasswordHash(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                base64.decode(parts.group(3)),
                base64.decode(parts.group(4)));
        if (!hash.isWithinTheLimits()) {
            throw new IllegalArgumentException("a hash beyond the limits");
        }
        return hash;
    }

    /** The problem of the text, without the text, which may be the password; empty if it is a hash. */
    static String whatIsWrongWith(Secret text) {
        try {
            of(text);
            return "";
        } catch (IllegalArgumentException e) {
            return "must be PBKDF2WithHmacSHA256, PBKDF2WithHmacSHA384 or PBKDF2WithHmacSHA512, from "
                    + FEWEST_ITERATIONS
                    + " to " + MOST_ITERATIONS + " iterations, and a salt and a hash of " + SHORTEST + " to " + LONGEST
                    + " bytes in Base64, separated by colons";
        }
    }

    private boolean isWithinTheLimits() {
        return iterations >= FEWEST_ITERATIONS
                && iterations <= MOST_ITERATIONS
                && isWithinTheLimits(salt)
                && isWithinTheLimits(hash);
    }

    private static boolean isWithinTheLimits(byte[] bytes) {
        return bytes.length >= SHORTEST && bytes.length <= LONGEST;
    }

    /** True if this is the hash of the password. Compares in constant time; takes as long as the iterations do. */
    public boolean isOf(Secret password) {
        PBEKeySpec key = new PBEKeySpec(password.reveal().toCharArray(), salt, iterations, hash.length * Byte.SIZE);
        try {
            byte[] computed =
                    SecretKeyFactory.getInstance(algorithm).generateSecret(key).getEncoded();
            return MessageDigest.isEqual(hash, computed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no " + algorithm, e);
        } finally {
            key.clearPassword();
        }
    }

    public int iterations() {
        return iterations;
    }

    /** The iterations from which the hash's algorithm is recommended. */
    public int recommendedIterations() {
        return Objects.requireNonNull(RECOMMENDED.get(algorithm));
    }
}
