package io.github.buymed4j.pharmacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A short hash that identifies a query. Used instead of the query, which may contain a customer's phone number. */
final class Fingerprint {

    private static final int BYTES = 4;

    private Fingerprint() {}

    static String of(@Nullable Object... parts) {
        try {
            byte[] text = Arrays.toString(parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
