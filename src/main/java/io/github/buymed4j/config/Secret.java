package io.github.buymed4j.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A secret value that is not printed, serialized or bound to JSON.
 *
 * <p>{@link #toString()} shows a fingerprint. The type is not {@code Serializable} and has no property; its value is in
 * a {@code transient} field, which binders and printers that read fields omit too. Immutable and thread-safe.
 */
public final class Secret {

    private final transient String value;
    private final String fingerprint;
    private transient volatile @Nullable Redaction redaction;

    private Secret(String value) {
        this.value = value;
        this.fingerprint = digest(value);
    }

    /** Wraps a text that must not be printed. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The secret itself; only for code that sends or uses it. Never log it, never concatenate it. */
    public String reveal() {
        return value;
    }

    /** Eight hexadecimal digits that distinguish secrets and from which a secret cannot be computed. */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * The text without this secret, for texts from outside. Also removes the secret if it is percent-encoded, escaped
     * as JSON or in Base64, and each run of eight or more of its characters.
     */
    public String redact(String text) {
        return value.isEmpty() ? text : redaction().of(text);
    }

    private Redaction redaction() {
        Redaction made = redaction;
        if (made == null) {
            made = new Redaction(value, toString());
            redaction = made;
        }
        return made;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(value), bytes(secret.value));
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }

    @Override
    public String toString() {
        return "[secret " + fingerprint + "]";
    }

    private static String digest(String value) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes("buymed4j fingerprint\0"));
            return HexFormat.of().formatHex(sha256.digest(bytes(value)), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
