package io.github.buymed4j.sandbox.http;

/** What came of the credentials that a request carried. */
public enum SecretUse {
    /** It needed none. */
    NONE,
    ACCEPTED,
    REJECTED,
    /** The secret was the application's until it was regenerated. */
    DEAD
}
