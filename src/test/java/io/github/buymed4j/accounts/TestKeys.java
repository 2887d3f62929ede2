package io.github.buymed4j.accounts;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Keys and secrets that exist for one run only. */
public final class TestKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TestKeys() {}

    public static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A new key of 256 bits as JWK. */
    public static String key(String kid) {
        return "{\"kty\":\"oct\",\"kid\":\"" + kid + "\",\"k\":\"" + random() + "\"}";
    }

    /** A JWK set of new keys. */
    public static String set(String... kids) {
        return setOf(Arrays.stream(kids).map(TestKeys::key).toArray(String[]::new));
    }

    public static String setOf(String... keys) {
        return Arrays.stream(keys).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}
