package io.github.buymed4j.quota;

import java.util.ArrayDeque;
import java.util.function.Predicate;

/** Slots in this node's memory: how many are taken, and when each is free again. */
final class LocalSlots extends Slots {

    /** In the order of their return, since replies come in the order of time. */
    private final ArrayDeque<Slot> returning = new ArrayDeque<>(1);

    private int taken;
    private int takenByBatch;

    LocalSlots(Allowance allowance) {
        super(allowance);
    }

    @Override
    void reclaim(long now) {
        for (Slot first = returning.peek(); first != null && first.freeAt() <= now; first = returning.peek()) {
            returning.remove();
            giveBack(first);
        }
    }

    @Override
    boolean hasRoom(Priority priority) {
        return taken < allowance().slots()
                && (priority == Priority.INTERACTIVE || takenByBatch < allowance().batchSlots());
    }

    @Override
    Slot take(Priority priority) {
        Slot slot = new Slot(priority);
        count(slot);
        return slot;
    }

    /** Takes a slot, be there one or not. */
    void count(Slot slot) {
        taken++;
        takenByBatch += slot.priority() == Priority.BATCH ? 1 : 0;
    }

    @Override
    void giveBack(Slot slot) {
        taken--;
        takenByBatch -= slot.priority() == Priority.BATCH ? 1 : 0;
    }

    @Override
    boolean replied(Slot slot, long now) {
        slot.freeAt(now + allowance().cooling());
        returning.add(slot);
        return returning.size() == 1;
    }

    @Override
    boolean areUntouched(long now) {
        return taken == 0 && now >= closedUntil();
    }

    @Override
    long nextRoom(Priority priority, long now) {
        Slot first = returning.peek();
        return hasRoom(priority) ? now : first == null ? Long.MAX_VALUE : first.freeAt();
    }

    @Override
    long earliest(Priority priority, int interactiveBefore, int batchBefore, long now) {
        long earliest = closedUntil();
        if (priority == Priority.INTERACTIVE) {
            return Math.max(earliest, earliest(interactiveBefore, now, allowance().slots(), taken, slot -> true));
        }
        int before = interactiveBefore + batchBefore;
        earliest = Math.max(earliest, earliest(before, now, allowance().slots(), taken, slot -> true));
        return Math.max(earliest, earliest(batchBefore, now, allowance().batchSlots(), takenByBatch, LocalSlots::isBatch));
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
                        .orElse(now + allowance().cooling());
        return first + before / limit * allowance().cooling();
    }

    private static boolean isBatch(Slot slot) {
        return slot.priority() == Priority.BATCH;
    }
}
