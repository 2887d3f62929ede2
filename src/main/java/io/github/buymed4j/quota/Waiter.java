package io.github.buymed4j.quota;

import org.jspecify.annotations.Nullable;

/** A request in line. Its budget's lock guards all but what never changes. */
final class Waiter {

    private final Priority priority;
    private final long deadline;
    private final Runnable wake;
    private @Nullable Slot slot;
    private @Nullable QuotaExceededException refusal;

    /** @param wake makes the waiter look again; called by any thread, without the budget's lock, once too often at times */
    Waiter(Priority priority, long deadline, Runnable wake) {
        this.priority = priority;
        this.deadline = deadline;
        this.wake = wake;
    }

    Priority priority() {
        return priority;
    }

    long deadline() {
        return deadline;
    }

    void wake() {
        wake.run();
    }

    void grant(Slot granted) {
        slot = granted;
    }

    void refuse(QuotaExceededException why) {
        refusal = why;
    }

    boolean isOver() {
        return slot != null || refusal != null;
    }

    /** The slot, once the wait is over. */
    Slot outcome() {
        if (slot != null) {
            return slot;
        }
        throw refusal != null ? refusal : new IllegalStateException("The wait is not over");
    }
}
