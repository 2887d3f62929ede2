package io.github.buymed4j.quota;

/** One use of a budget: held while its request is under way, then returning. Its budget's lock guards its state. */
final class Slot {

    private final Priority priority;
    private boolean held = true;
    private long freeAt;

    Slot(Priority priority) {
        this.priority = priority;
    }

    Priority priority() {
        return priority;
    }

    /** Ends the holding; false when it had ended before. */
    boolean letGo() {
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
