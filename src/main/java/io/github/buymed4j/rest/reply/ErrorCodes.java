package io.github.buymed4j.rest.reply;

import java.util.Locale;
import java.util.Set;

/**
 * What the platform's error codes say of authentication. No page says which code marks rejected client credentials or a
 * rejected token, so every likely one is known here: those that the pages show, and those of OAuth 2.0.
 */
final class ErrorCodes {

    private static final Set<String> OF_CLIENT = Set.of(
            "INVALID_CLIENT",
            "INVALID_CREDENTIALS",
            "INVALID_CLIENT_CREDENTIALS",
            "INVALID_CLIENT_SECRET",
            "INVALID_CLIENT_ID");

    private static final Set<String> OF_TOKEN = Set.of(
            "INVALID_TOKEN",
            "INVALID_ACCESS_TOKEN",
            "INVALID_REFRESH_TOKEN",
            "INVALID_GRANT",
            "INVALID_CODE",
            "ACCESS_TOKEN_INVALID",
            "ACCESS_TOKEN_EXPIRED",
            "REFRESH_TOKEN_INVALID",
            "REFRESH_TOKEN_EXPIRED",
            "TOKEN_INVALID",
            "TOKEN_EXPIRED",
            "EXPIRED_TOKEN",
            "TOKEN_REVOKED",
            "REVOKED_TOKEN");

    private ErrorCodes() {}

    /** Whether it says that the Client ID or the Client Secret is rejected. */
    static boolean marksClient(String code) {
        return OF_CLIENT.contains(code.toUpperCase(Locale.ROOT));
    }

    /** Whether it says that a token, or the code that is exchanged for one, is rejected. */
    static boolean marksToken(String code) {
        return OF_TOKEN.contains(code.toUpperCase(Locale.ROOT));
    }
}
