package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import java.io.Serializable;
import java.time.Instant;

/**
 * A change in the state of an account. It is fired as a CDI event, on the thread that made the change and after the
 * change was stored, and logged as one line. Only the node that made the change reports it. Contains no token.
 *
 * @param detail further information, without secrets; may be empty
 */
public record AccountEvent(Type type, Instant time, Account account, String detail) implements Serializable {

    /** What happened, with the stable identifier of its log line. */
    public enum Type {
        CONNECTED("BUYMED-4011", "connected"),
        DISCONNECTED("BUYMED-4012", "disconnected"),
        RENEWED("BUYMED-4013", "token renewed"),
        RENEWAL_FAILED("BUYMED-4014", "token not renewed"),
        AUTHORIZATION_REQUIRED("BUYMED-4015", "the pharmacy must authorize anew"),
        REAUTHORIZE_SOON("BUYMED-4016", "the pharmacy will have to authorize anew"),
        NOT_CONNECTED("BUYMED-4017", "authorization did not succeed"),
        CONNECTED_ANOTHER_PHARMACY("BUYMED-4019", "connected, as another pharmacy than before");

        private final String id;
        private final String text;

        Type(String id, String text) {
            this.id = id;
            this.text = text;
        }

        /** The stable identifier, such as {@code BUYMED-4011}. */
        public String id() {
            return id;
        }
    }

    @Override
    public String toString() {
        return type.id + " account " + account + ": " + type.text + (detail.isEmpty() ? "" : ", " + detail);
    }
}
