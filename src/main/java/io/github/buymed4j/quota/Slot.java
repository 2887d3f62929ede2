package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.SlotLease;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One use of a budget: held while its request is in progress, then free again later. The budget's lock guards
 * {@code freeAt}.
 */
final class Slot {

    private final Budget budget;
    private final Priority priority;
    private final @Nullable SlotLease lease;
    private final @Nullable Executor threads;
    private boolean held = true;
    private long freeAt;

    Slot(Budget budget, SlotRequest request, @Nullable SlotLease lease) {
        this.budget = budget;
        this.priority = request.priority();
        this.lease = lease;
        this.threads = request.timer();
    }

    /** Frees the slot one window from now: its request is over. Later calls have no effect. */
    void replied() {
        budget.end(this, false);
    }

    /** Frees the slot at once: its request was not sent. */
    void giveBack() {
        budget.end(this, true);
    }

    /** Closes the slot's budget for this time, at most for its window. */
    void close(Duration wait) {
        budget.close(wait, threads);
    }

    Duration window() {
        return budget.window();
    }

    Priority priority() {
        return priority;
    }

    /** The slot's lease in the shared table; null if it has none. */
    @Nullable
    SlotLease lease() {
        return lease;
    }

    /** Run the statement that ends the lease; null if the calling thread does. */
    @Nullable
    Executor threads() {
        return threads;
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
