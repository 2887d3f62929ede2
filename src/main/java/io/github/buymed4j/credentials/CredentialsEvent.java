package io.github.buymed4j.credentials;

import java.time.Instant;

/**
 * A change in the state of an application's credentials: a CDI event, and one line in the log. Fired in order, on a thread
 * of a call that uses them, which waits meanwhile; an observer that fails is logged and changes nothing. Prints fingerprints
 * only.
 */
public record CredentialsEvent(Type type, Instant time, Credentials credentials) {

    /** What happened, with the stable identifier of its log line. */
    public enum Type {
        LOADED("BUYMED-1001", "credentials loaded"),
        /** Other ones are there, and are tried. */
        CHANGED("BUYMED-1002", "credentials changed"),
        REJECTED("BUYMED-1003", "credentials rejected by the platform"),
        PROMOTED("BUYMED-1004", "staged secret works and is now the current one"),
        RECOVERED("BUYMED-1005", "credentials accepted again"),
        DENIED(
                "BUYMED-1006",
                "burst of 401 and 403: somebody else is using or has changed these credentials, or a scope was withdrawn");

        private final String id;
        private final String text;

        Type(String id, String text) {
            this.id = id;
            this.text = text;
        }

        public String id() {
            return id;
        }

        /** Whether somebody should look at it soon. */
        public boolean isAlarming() {
            return this == REJECTED || this == DENIED;
        }
    }

    @Override
    public String toString() {
        return type.id + " " + type.text + ": " + credentials.application() + ", Client ID " + credentials.clientId()
                + ", secret " + credentials.clientSecret().fingerprint() + " of " + credentials.source();
    }
}
