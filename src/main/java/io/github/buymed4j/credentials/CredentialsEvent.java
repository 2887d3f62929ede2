package io.github.buymed4j.credentials;

import java.time.Instant;

/**
 * A change in the state of an application's credentials, fired as a CDI event on the thread that caused it and logged as
 * one line. Holds fingerprints only.
 */
public record CredentialsEvent(Type type, Instant time, Credentials credentials) {

    /** What happened, with the stable identifier of its log line. */
    public enum Type {
        LOADED("BUYMED-1001", "credentials loaded"),
        CHANGED("BUYMED-1002", "credentials changed"),
        REJECTED("BUYMED-1003", "credentials rejected by the platform"),
        PROMOTED("BUYMED-1004", "staged secret works and is now the current one"),
        RECOVERED("BUYMED-1005", "credentials accepted again");

        private final String id;
        private final String text;

        Type(String id, String text) {
            this.id = id;
            this.text = text;
        }

        public String id() {
            return id;
        }
    }

    @Override
    public String toString() {
        return type.id + " " + type.text + ": " + credentials.application() + ", Client ID " + credentials.clientId()
                + ", secret " + credentials.clientSecret().fingerprint() + " of " + credentials.source();
    }
}
