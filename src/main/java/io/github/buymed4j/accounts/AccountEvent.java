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
        /** The pharmacy has authorized, and its tokens are stored. */
        CONNECTED("BUYMED-4011", "connected"),
        /** The tokens were deleted. */
        DISCONNECTED("BUYMED-4012", "disconnected"),
        /** New tokens replace the ones before. */
        RENEWED("BUYMED-4013", "token renewed"),
        /** The attempt failed, or its outcome is unknown; it is repeated later. */
        RENEWAL_FAILED("BUYMED-4014", "token not renewed"),
        /** The refresh token was refused or has expired: calls end with the current access token. */
        AUTHORIZATION_REQUIRED("BUYMED-4015", "the pharmacy must authorize anew"),
        /** The authorization ends within {@code buymed.accounts.reauthorize-notice}. Once for each authorization. */
        REAUTHORIZE_SOON("BUYMED-4016", "the pharmacy will have to authorize anew"),
        /** A pharmacy came back from the platform's page without an authorization; the detail says why. */
        NOT_CONNECTED("BUYMED-4017", "authorization did not succeed"),
        /** Connected, to another customer of the platform than before: see {@link AuthorizationOutcome.Kind}. */
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
