package io.github.buymed4j.quota;

/** The slots of one budget, wherever they are kept, and whether they are handed out. Its budget's lock guards it. */
abstract class Slots {

    private final Allowance allowance;
    private long closedUntil;
    private long batchNotBefore;

    Slots(Allowance allowance) {
        this.allowance = allowance;
    }

    final Allowance allowance() {
        return allowance;
    }

    final boolean isAvailable(Priority priority, long now) {
        return now >= opening(priority) && hasRoom(priority);
    }

    /** When the first in line should look again; {@code Long.MAX_VALUE} while something must happen first. */
    final long nextChance(Priority priority, long now) {
        return Math.max(nextRoom(priority, now), opening(priority));
    }

    /** Nothing is available before {@code until}; true when that was not so anyway. */
    final boolean close(long now, long until) {
        boolean wasOpen = now >= closedUntil;
        closedUntil = Math.max(closedUntil, until);
        return wasOpen;
    }

    final long closedUntil() {
        return closedUntil;
    }

    /**
     * A batch request that had to wait has taken a slot: the next waits for its even share of the window. Nothing is lost by
     * it, and slots return evenly from then on, so that an interactive request beyond its share has one soon.
     */
    final void spread(long now) {
        long pace = allowance.pace();
        batchNotBefore = Math.max(batchNotBefore, now - pace) + pace;
    }

    final long opening(Priority priority) {
        return priority == Priority.BATCH ? Math.max(closedUntil, batchNotBefore) : closedUntil;
    }

    abstract boolean hasRoom(Priority priority);

    /** When {@link #hasRoom} may change; {@code Long.MAX_VALUE} while something must happen first. */
    abstract long nextRoom(Priority priority, long now);

    /** When a request with so many before it in line can have a slot at the earliest, as things stand. */
    abstract long earliest(Priority priority, int interactiveBefore, int batchBefore, long now);

    /** Makes those slots free whose time has come. */
    abstract void reclaim(long now);

    abstract Slot take(Priority priority);

    /** Free at once: nothing was sent. */
    abstract void giveBack(Slot slot);

    /** Free one window from now; true when the first in line should look again. */
    abstract boolean replied(Slot slot, long now);

    /** Whether they are as good as new. */
    abstract boolean areUntouched(long now);

    /** Whether something is to be done now that must not be done under the lock; not again until that is done. */
    boolean startErrand(int interactiveWaiting, int batchWaiting, long now) {
        return false;
    }
}
