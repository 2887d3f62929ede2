package io.github.buymed4j.quota;

/** Who goes first when the quota is short. */
public enum Priority {
    /** Somebody is waiting for it: served first, with a share of every limit kept free for it. */
    INTERACTIVE,
    /** Nobody is: waits longer, gives way, and never touches the interactive share. */
    BATCH
}
