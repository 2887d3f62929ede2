package io.github.buymed4j.quota;

import java.util.ArrayDeque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The slots of one budget: how many are taken, and when each is free again. Its budget's lock guards it. */
class Slots {

    private final Allowance allowance;
    /** In the order of their return, since replies come in the order of time. */
    private final ArrayDeque<Slot> returning = new ArrayDeque<>(1);

    private int taken;
    private int takenByBatch;
    private long closedUntil;
    private long batchNotBefore;

    Slots(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Makes those slots free whose window is over. */
    void reclaim(long now) {
        for (Slot first = returning.peek(); first != null && first.freeAt() <= now; first = returning.peek()) {
            returning.remove();
            uncount(first);
        }
    }

    /** A slot if there is one for such a request now. */
    @Nullable
    Slot tryTake(Priority priority, long now) {
        return hasRoom(priority) && now >= opening(priority) ? count(new Slot(priority)) : null;
    }

    /** Counts the slot as taken, whether there is room or not. */
    final Slot count(Slot slot) {
        taken++;
        takenByBatch += slot.priority() == Priority.BATCH ? 1 : 0;
        return slot;
    }

    /**
     * A batch request that had to wait has taken a slot: the next waits for its even share of the window. Nothing is lost by
     * it, and slots return evenly from then on, so that an interactive request beyond its share has one soon.
     */
    final void spread(long now) {
        long pace = pace();
        batchNotBefore = Math.max(batchNotBefore, now - pace) + pace;
    }

    /** Nanoseconds between two batch requests that are spread. */
    long pace() {
        return allowance.pace();
    }

    /** Free at once: nothing was sent. */
    void giveBack(Slot slot) {
        uncount(slot);
    }

    private void uncount(Slot slot) {
        taken--;
        takenByBatch -= slot.priority() == Priority.BATCH ? 1 : 0;
    }

    /** Tells whoever else counts it that the slot's request is over. Comes before {@link #replied}, without the lock. */
    void announce(Slot slot) {}

    /** Free one window from now; true when no other was returning. */
    boolean replied(Slot slot, long now) {
        if (allowance.isUnlimited()) {
            uncount(slot);
            return false;
        }
        slot.freeAt(now + allowance.cooling());
        returning.add(slot);
        return returning.size() == 1;
    }

    /** Nothing is available before {@code until}; true when that was not so anyway. */
    boolean close(long now, long until) {
        boolean wasOpen = now >= closedUntil;
        closedUntil = Math.max(closedUntil, until);
        return wasOpen;
    }

    /** Whether what keeps requests back until that time is that the platform refused one. */
    boolean isClosedUntil(long time, long now) {
        return now < closedUntil && time <= closedUntil;
    }

    boolean areUntouched(long now) {
        return taken == 0 && now >= closedUntil;
    }

    /** When the first in line should look again; {@code Long.MAX_VALUE} while that takes a reply first. */
    long nextChance(Priority priority, long now) {
        Slot first = returning.peek();
        long room = hasRoom(priority) ? now : first == null ? Long.MAX_VALUE : first.freeAt();
        return Math.max(room, opening(priority));
    }

    /** When a request with so many before it in line can have a slot at the earliest. */
    long earliest(int before, long now) {
        return earliest(before, now, allowance.slots(), taken, slot -> true);
    }

    /** As {@link #earliest(int, long)}, for one with so many batch requests before it. */
    long earliestForBatch(int before, long now) {
        return earliest(before, now, allowance.batchSlots(), takenByBatch, slot -> slot.priority() == Priority.BATCH);
    }

    private long earliest(int before, long now, int limit, int taken, Predicate<Slot> counted) {
        int index = before % limit - (limit - taken);
        long first = index < 0
                ? now
                : returning.stream()
                        .filter(counted)
                        .skip(index)
                        .findFirst()
                        .map(Slot::freeAt)
                        .orElse(now + allowance.cooling());
        return Math.max(first, closedUntil) + before / limit * allowance.cooling();
    }

    final long opening(Priority priority) {
        return priority == Priority.BATCH ? Math.max(closedUntil, batchNotBefore) : closedUntil;
    }

    final boolean hasRoom(Priority priority) {
        return taken < allowance.slots() && (priority == Priority.INTERACTIVE || takenByBatch < allowance.batchSlots());
    }
}
