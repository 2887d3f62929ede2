package io.github.buymed4j.accounts.store;

import java.time.Instant;

/**
 * A lease on an account's tokens: other callers and nodes must not renew them before the given time.
 *
 * @param until the end, by the clock of the node that set the hold; {@link Instant#EPOCH} if there is no hold
 */
public record Hold(Reason reason, Instant until) {

    /** No hold: any node may renew the tokens. */
    public static final Hold NONE = new Hold(Reason.NONE, Instant.EPOCH);

    /** Why there is a hold. */
    public enum Reason {
        /** There is no hold. */
        NONE,
        /** A node is renewing them; if that node dies, the hold expires. */
        RENEWING,
        /** The last attempt failed, or its outcome is unknown: it must not be repeated at once. */
        FAILED
    }

    /** Limits the time to what can be stored. */
    public Hold {
        until = Validity.bounded(until);
    }

    /** True if the tokens must not be renewed at this time by a node that does not own the hold. */
    public boolean isOn(Instant now) {
        return now.isBefore(until);
    }
}
