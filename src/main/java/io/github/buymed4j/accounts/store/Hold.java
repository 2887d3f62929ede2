package io.github.buymed4j.accounts.store;

import java.time.Instant;

/**
 * A lease on an account's tokens: other callers and nodes must not renew them before the given time.
 *
 * @param until the end, by the clock of the node that set the hold; {@link Instant#EPOCH} if there is no hold
 */
public record Hold(Reason reason, Instant until) {

    public static final Hold NONE = new Hold(Reason.NONE, Instant.EPOCH);

    /** Why there is a hold. */
    public enum Reason {
        NONE,
        /** A node is renewing them; if that node dies, the hold expires. */
        RENEWING,
        /** The last attempt failed, or its outcome is unknown: it must not be repeated at once. */
        FAILED
    }

    public Hold {
        until = Validity.bounded(until);
    }

    public boolean isOn(Instant now) {
        return now.isBefore(until);
    }
}
