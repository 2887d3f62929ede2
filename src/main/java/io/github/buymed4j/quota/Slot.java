package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.SlotLease;
import org.jspecify.annotations.Nullable;

/**
 * One use of a budget: held while its request is in progress, then free again later. The budget's lock guards
 * {@code freeAt}.
 */
final class Slot {

    private final Priority priority;
    private final @Nullable SlotLease loan;
    private boolean held = true;
    private long freeAt;

    Slot(Priority priority) {
        this(priority, null);
    }

    Slot(Priority priority, @Nullable SlotLease loan) {
        this.priority = priority;
        this.loan = loan;
    }

    Priority priority() {
        return priority;
    }

    /** The slot's lease in the shared table; null if it has none. */
    @Nullable
    SlotLease loan() {
        return loan;
    }

    /** Ends the holding of the slot; false if it had already ended. Needs no budget lock. */
    synchronized boolean letGo() {
        boolean wasHeld = held;
        held = false;
        return wasHeld;
    }

    long freeAt() {
        return freeAt;
    }

    void freeAt(long nanos) {
        freeAt = nanos;
    }
}
