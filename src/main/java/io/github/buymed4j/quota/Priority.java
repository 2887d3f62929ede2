package io.github.buymed4j.quota;

/** Which requests are served first when the quota is short. */
public enum Priority {
    /** A user waits for the result: served first, with a share of every limit reserved for such requests. */
    INTERACTIVE,
    /**
     * No user waits for the result: may wait longer, is served after interactive requests, and never uses their share.
     */
    BATCH
}
