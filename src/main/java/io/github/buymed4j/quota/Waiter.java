package io.github.buymed4j.quota;

import io.github.buymed4j.BuymedException;
import org.jspecify.annotations.Nullable;

/** A request in line. The budget's lock guards its mutable fields. */
final class Waiter {

    private final Priority priority;
    private final Patience patience;
    private final Runnable wake;
    private boolean asking;
    private boolean hasWaited;
    private @Nullable Slot slot;
    private @Nullable BuymedException refusal;

    /**
     * @param wake makes the waiter look again; called by any thread, without the budget's lock, possibly more than once
     */
    Waiter(Priority priority, Patience patience, Runnable wake) {
        this.priority = priority;
        this.patience = patience;
        this.wake = wake;
    }

    Priority priority() {
        return priority;
    }

    Patience patience() {
        return patience;
    }

    long deadline() {
        return patience.deadline();
    }

    /** True while it asks the table for a slot. */
    boolean isAsking() {
        return asking;
    }

    void asking(boolean now) {
        asking = now;
    }

    boolean hasWaited() {
        return hasWaited;
    }

    void waits() {
        hasWaited = true;
    }

    void wake() {
        wake.run();
    }

    void grant(Slot granted) {
        slot = granted;
    }

    void refuse(BuymedException why) {
        refusal = why;
    }

    boolean isOver() {
        return slot != null || refusal != null;
    }

    /** The slot, once the wait is over; throws the refusal if there is one. */
    Slot outcome() {
        if (slot != null) {
            return slot;
        }
        throw refusal != null ? refusal : new IllegalStateException("The wait is not over");
    }
}
