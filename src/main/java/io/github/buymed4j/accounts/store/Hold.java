package io.github.buymed4j.accounts.store;

import java.time.Instant;

/**
 * Why nobody else may renew an account's tokens before a time, by the clock of the node that says so.
 *
 * @param until {@link Instant#EPOCH} where there is no reason
 */
public record Hold(Reason reason, Instant until) {

    public static final Hold NONE = new Hold(Reason.NONE, Instant.EPOCH);

    /** What is going on. */
    public enum Reason {
        NONE,
        /** A node is renewing them; if it died, the hold runs out. */
        RENEWING,
        /** The last attempt failed, or its outcome is not known: it must not be repeated at once. */
        FAILED
    }

    public Hold {
        until = Validity.bounded(until);
    }

    public boolean isOn(Instant now) {
        return now.isBefore(until);
    }
}
