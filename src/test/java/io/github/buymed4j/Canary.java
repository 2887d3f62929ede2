package io.github.buymed4j;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes secrets that are recognisable wherever they come out, anew for each use, so that none stands in a file. */
public final class Canary {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Canary() {}

    public static String secret() {
        return random("sk_sandbox_");
    }

    public static String accessToken() {
        return random("at_sandbox_");
    }

    private static String random(String prefix) {
        return RANDOM.ints(40, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining("", prefix, ""));
    }
}
