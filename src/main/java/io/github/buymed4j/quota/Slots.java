package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.Answer;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The slots of one budget: how many are taken, and when each is free again. Guarded by the budget's lock. */
class Slots {

    private final Allowance allowance;
    /** Ordered by return time, because each is added when its reply arrives. */
    private final ArrayDeque<Slot> returning = new ArrayDeque<>(1);

    private int taken;
    private int takenByBatch;
    private long closedUntil;
    private long batchNotBefore;

    Slots(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Frees all slots that are due. */
    void reclaim(long now) {
        for (Slot first = returning.peek(); first != null && first.freeAt() <= now; first = returning.peek()) {
            returning.remove();
            uncount(first);
        }
    }

    /** A slot if one is free for this priority now, else null. */
    @Nullable
    Slot tryTake(Priority priority, long now) {
        return hasRoom(priority) && now >= opening(priority) ? count(new Slot(priority)) : null;
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
        return allowance.pace();
    }

    /** Frees the slot at once: its request was not sent. */
    void giveBack(Slot slot) {
        uncount(slot);
    }

    private void uncount(Slot slot) {
        taken--;
        takenByBatch -= slot.priority() == Priority.BATCH ? 1 : 0;
    }

    /**
     * True if slots come from a table that other nodes use. This method and the next four are called without the lock.
     */
    boolean areInATable() {
        return false;
    }

    /** Runs a task that may query the table. */
    void execute(Executor threads, Runnable task) {
        threads.execute(task);
    }

    /** Asks the table for a slot; null while the table is unavailable. */
    @Nullable
    Answer ask(Priority priority) {
        throw new IllegalStateException("There is nobody to ask");
    }

    /** Tells the table that the slot's request is over, or was not sent. */
    void announce(Slot slot, boolean unused) {}

    /** Tells the table to lend no slot for this many nanoseconds. */
    void announceClosing(long nanos) {}

    /** True if the table may have a slot for this priority. */
    boolean isWorthAsking(Priority priority, long now) {
        return false;
    }

    /** Applies the table's answer; returns a slot, or null if there is none yet. */
    @Nullable
    Slot answered(Priority priority, @Nullable Answer answer, long now) {
        throw new IllegalStateException("Nobody was asked");
    }

    /** Frees the slot one window from now; true if no other slot was returning. */
    boolean replied(Slot slot, long now) {
        if (allowance.isUnlimited()) {
            uncount(slot);
            return false;
        }
        slot.freeAt(now + allowance.cooling());
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

    boolean areUntouched(long now) {
        return taken == 0 && now >= closedUntil;
    }

    /** When the first in line should look again; {@code Long.MAX_VALUE} while a reply must come first. */
    long nextChance(Priority priority, long now) {
        Slot first = returning.peek();
        long room = hasRoom(priority) ? now : first == null ? Long.MAX_VALUE : first.freeAt();
        return Math.max(room, opening(priority));
    }

    /** The earliest time at which a request of this priority can get a slot if no request is before it. */
    final long earliest(Priority priority, long now) {
        long earliest = earliest(0, now);
        return priority == Priority.BATCH ? Math.max(earliest, earliestForBatch(0, now)) : earliest;
    }

    /** The earliest time at which a request with this many others before it in line can get a slot. */
    long earliest(int before, long now) {
        return earliest(before, now, allowance.slots(), taken, slot -> true);
    }

    /** As {@link #earliest(int, long)}, for a batch request with this many batch requests before it. */
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
