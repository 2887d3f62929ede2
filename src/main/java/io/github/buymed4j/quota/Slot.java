package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.SlotLease;
import org.jspecify.annotations.Nullable;

/** One use of a budget: held while its request is under way, then returning. Its budget's lock guards when it is free. */
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

    /** What the nodes' table knows it by; null where it does not. */
    @Nullable
    SlotLease loan() {
        return loan;
    }

    /** Ends the holding; false when it had ended before. Needs no lock. */
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
