package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator did in the console: a CDI event, one line in the log and one of the audit trail.
 *
 * @param done false if the action was refused or failed; the detail then says why
 * @param operator the name that the operator has logged in with
 * @param application null if the action is of no application, or of all
 * @param detail what is particular to this case, such as the account; may be empty, never contains a secret
 */
public record OperatorAction(
        Type type,
        boolean done,
        Instant time,
        String operator,
        @Nullable ApplicationName application,
        String detail) {

    static final String ID = "BUYMED-5003";

    /** What was done. */
    public enum Type {
        /** Had the sources read at once, instead of within the check interval. */
        LOOKED("looked at", "look at", "the credentials' sources"),
        /** Sent one request with the present credentials. */
        PROBED("sent", "send", "a request to see whether the platform accepts the credentials"),
        /** Ran the audit. */
        AUDITED("ran", "run", "the security audit"),
        /** Sent a request from the page "Try". */
        CALLED("sent", "send", "a request to the platform"),
        /** Began an authorization; an event of {@code accounts} tells how it ended. */
        CONNECTED("sent", "send", "a pharmacy to the platform's page to authorize"),
        /** Deleted a pharmacy's tokens. */
        DISCONNECTED("disconnected", "disconnect", "a pharmacy"),
        /** Handed in the secret that is used once the current one is rejected. */
        STAGED("staged", "stage", "a new secret");

        private final String past;
        private final String infinitive;
        private final String object;

        Type(String past, String infinitive, String object) {
            this.past = past;
            this.infinitive = infinitive;
            this.object = object;
        }

        private String text(boolean done) {
            return (done ? past : "could not " + infinitive) + " " + object;
        }
    }

    /** The stable identifier of each such event. */
    public String id() {
        return ID;
    }

    /** Who did what. */
    String summary() {
        return operator + " " + type.text(done) + (detail.isEmpty() ? "" : ": " + detail);
    }

    @Override
    public String toString() {
        return ID + " console: " + (application == null ? "" : application + ", ") + summary();
    }
}
