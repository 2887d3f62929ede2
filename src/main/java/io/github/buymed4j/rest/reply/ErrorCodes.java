package io.github.buymed4j.rest.reply;

import java.util.Locale;
import java.util.Set;

/**
 * The meaning of the platform's error codes for authentication. The vendor does not document which code marks rejected
 * client credentials or a rejected token, so all likely ones are listed: those in the vendor's documentation and those
 * of OAuth 2.0.
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

    /** True if the code means that the Client ID or the Client Secret is rejected. */
    static boolean marksClient(String code) {
        return OF_CLIENT.contains(code.toUpperCase(Locale.ROOT));
    }

    /** True if the code means that a token, or the authorization code for one, is rejected. */
    static boolean marksToken(String code) {
        return OF_TOKEN.contains(code.toUpperCase(Locale.ROOT));
    }
}
