package io.github.buymed4j.quota;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Predicate;

/** The slots of one budget: how many are taken, and when each is free again. Guarded by the budget's lock. */
class Slots {

    private final Limit limit;
    /** Ordered by return time, because each is added when its reply arrives. */
    private final ArrayDeque<Slot> returning = new ArrayDeque<>(1);

    private int taken;
    private int takenByBatch;
    private long closedUntil;
    private long batchNotBefore;

    Slots(Limit limit) {
        this.limit = limit;
    }

    /** Frees all slots that are due. */
    void reclaim(long now) {
        for (Slot first = returning.peek(); first != null && first.freeAt() <= now; first = returning.peek()) {
            returning.remove();
            uncount(first);
        }
    }

    boolean isFree(Priority priority, long now) {
        return hasRoom(priority) && now >= opening(priority);
    }

    /** Counts the slot as taken, even if there is no room. */
    final Slot count(Slot slot) {
        taken++;
        takenByBatch += slot.priority() == Priority.BATCH ? 1 : 0;
        return slot;
    }

    /**
     * Called when a batch request that had to wait has taken a slot: the next batch request waits one {@link #pace()}.
     * No slot is lost, and slots then return evenly, so that an interactive request beyond the interactive share soon
     * gets one.
     */
    final void spread(long now) {
        long pace = pace();
        batchNotBefore = Math.max(batchNotBefore, now - pace) + pace;
    }

    /** Nanoseconds between two batch requests that are spread. */
    long pace() {
        return limit.pace();
    }

    private void uncount(Slot slot) {
        taken--;
        takenByBatch -= slot.priority() == Priority.BATCH ? 1 : 0;
    }

    /**
     * Frees the slot: at once if its request was not sent, else one window from now. True if the first in line must
     * look again: a slot is free, or no other slot was returning.
     */
    boolean end(Slot slot, boolean unused, long now) {
        if (unused || limit.isUnlimited()) {
            uncount(slot);
            return unused;
        }
        slot.freeAt(now + limit.cooling());
        returning.add(slot);
        return returning.size() == 1;
    }

    /** Hands out no slot before {@code until}; true if the budget was open before. */
    boolean close(long now, long until) {
        boolean wasOpen = now >= closedUntil;
        closedUntil = Math.max(closedUntil, until);
        return wasOpen;
    }

    /** True if requests are held back until this time because the platform refused one. */
    boolean isClosedUntil(long time, long now) {
        return now < closedUntil && time <= closedUntil;
    }

    final int taken() {
        return taken;
    }

    /** The slot that returns next; empty if none is returning. */
    final Optional<Slot> firstReturning() {
        return Optional.ofNullable(returning.peek());
    }

    /** Until when the budget is closed; in the past if it is open. */
    final long closedUntil() {
        return closedUntil;
    }

    boolean areUntouched(long now) {
        return taken == 0 && now >= closedUntil;
    }

    /** When the first in line should look again; {@code Long.MAX_VALUE} while a reply must come first. */
    long nextChance(Priority priority, long now) {
        Slot first = returning.peek();
        long room = hasRoom(priority) ? now : first == null ? Long.MAX_VALUE : first.freeAt();
        return Math.max(room, opening(priority));
    }

    /** The earliest time at which a request with this many others before it in line can get a slot. */
    long earliest(int before, long now) {
        return earliest(before, now, limit.requests(), taken, slot -> true);
    }

    /** As {@link #earliest(int, long)}, for a batch request with this many batch requests before it. */
    long earliestForBatch(int before, long now) {
        return earliest(before, now, limit.batchRequests(), takenByBatch, slot -> slot.priority() == Priority.BATCH);
    }

    private long earliest(int before, long now, int most, int taken, Predicate<Slot> counted) {
        int index = before % most - (most - taken);
        long first = index < 0
                ? now
                : returning.stream()
                        .filter(counted)
                        .skip(index)
                        .findFirst()
                        .map(Slot::freeAt)
                        .orElse(now + limit.cooling());
        return Math.max(first, closedUntil) + before / most * limit.cooling();
    }

    final long opening(Priority priority) {
        return priority == Priority.BATCH ? Math.max(closedUntil, batchNotBefore) : closedUntil;
    }

    final boolean hasRoom(Priority priority) {
        return taken < limit.requests() && (priority == Priority.INTERACTIVE || takenByBatch < limit.batchRequests());
    }
}
