package io.github.buymed4j.it;

import java.security.SecureRandom;

/** Secrets made for one run, in forms that the leak scan of {@code ./verify} recognises wherever they turn up. */
final class Canary {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Canary() {}

    static String secret() {
        return "sk_sandbox_" + letters();
    }

    static String accessToken() {
        return "at_sandbox_" + letters();
    }

    private static String letters() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
