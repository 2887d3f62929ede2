package io.github.buymed4j.accounts.store;

/** Whether an account's refresh token is good, as far as is known. */
public enum Standing {
    CONNECTED,
    /** The platform has refused the refresh token, or it has run out: it is not tried again. */
    AUTHORIZATION_REQUIRED
}
