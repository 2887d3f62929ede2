package io.github.buymed4j.credentials;

import java.time.Instant;

/**
 * A change in the state of an application's credentials: a CDI event, and one line in the log. Fired in order, on the
 * thread of a call that uses the credentials; that call waits for the observers. A failing observer is logged and has
 * no other effect. The text shows fingerprints, never secrets.
 */
public record CredentialsEvent(Type type, Instant time, Credentials credentials) {

    /** What happened, with the stable identifier of its log line. */
    public enum Type {
        /** The first pair of this application since it was deployed. */
        LOADED("BUYMED-1001", "credentials loaded"),
        /** Different credentials were found and are being tried. */
        CHANGED("BUYMED-1002", "credentials changed"),
        /** The platform refuses the pair; calls fail fast unless there is another one. */
        REJECTED("BUYMED-1003", "credentials rejected by the platform"),
        /** The platform accepted the staged secret after it had refused the current one. */
        PROMOTED("BUYMED-1004", "staged secret works and is now the current one"),
        /** The platform accepts a pair again, after a rejection. */
        RECOVERED("BUYMED-1005", "credentials accepted again"),
        /** Ten calls were denied within a minute, although the pair itself was not rejected. */
        DENIED(
                "BUYMED-1006",
                "ten calls denied within a minute (401, 403): another client uses these credentials, or they were changed, or a scope was withdrawn");

        private final String id;
        private final String text;

        Type(String id, String text) {
            this.id = id;
            this.text = text;
        }

        /** The stable identifier, such as {@code BUYMED-1001}. */
        public String id() {
            return id;
        }

        /** True if an operator should look into it soon. */
        public boolean isAlarming() {
            return this == REJECTED || this == DENIED;
        }
    }

    /** Which pair it is about, and where that comes from. */
    public String detail() {
        return "Client ID " + credentials.clientId() + ", secret "
                + credentials.clientSecret().fingerprint() + " of " + credentials.source();
    }

    @Override
    public String toString() {
        return type.id + " " + type.text + ": " + credentials.application() + ", " + detail();
    }
}
