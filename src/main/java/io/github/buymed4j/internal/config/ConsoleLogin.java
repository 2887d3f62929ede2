package io.github.buymed4j.internal.config;

import java.util.Locale;

/** Who decides about a log-in to the console. */
public enum ConsoleLogin {
    /** The configured password or its hash. */
    PASSWORD,
    /** The server's own realm with its users and groups. */
    REALM,
    /** An OpenID provider. */
    OIDC;

    /**
     * Reads the value of {@code buymed.console.login}.
     *
     * @throws IllegalArgumentException if there is no such value
     */
    static ConsoleLogin of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
