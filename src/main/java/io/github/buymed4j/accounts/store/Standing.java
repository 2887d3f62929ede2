package io.github.buymed4j.accounts.store;

/** The last known state of an account's authorization. */
public enum Standing {
    CONNECTED,
    /** The platform has refused the refresh token, or it has expired: it is not tried again. */
    AUTHORIZATION_REQUIRED
}
