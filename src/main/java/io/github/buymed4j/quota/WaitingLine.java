package io.github.buymed4j.quota;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The requests that wait for a budget's slots: one line for each priority, first come, first served. Guarded by the
 * budget's lock.
 *
 * <p>The first of each line looks again when the next slot returns; all others are woken when they become first.
 */
final class WaitingLine {

    /** If the database hangs, at most this many threads of each line wait for it beyond their deadline. */
    private static final int MOST_QUESTIONS = 4;

    private final Slots slots;
    private final Queue<Waiter> interactive = new ArrayDeque<>(1);
    private final Queue<Waiter> batch = new ArrayDeque<>(1);
    private final List<Waiter> woken = new ArrayList<>(0);

    WaitingLine(Slots slots) {
        this.slots = slots;
    }

    boolean isEmpty() {
        return interactive.isEmpty() && batch.isEmpty();
    }

    int size() {
        return interactive.size() + batch.size();
    }

    /** The first of each line, in order, at most as many of each. */
    Stream<Waiter> first(int most) {
        return Stream.concat(interactive.stream().limit(most), batch.stream().limit(most));
    }

    void join(Waiter waiter) {
        line(waiter.priority()).add(waiter);
    }

    void leave(Waiter waiter) {
        line(waiter.priority()).remove(waiter);
        wakeFirst();
    }

    /** True if the waiter is to query the table now: those before it, fewer than four, already do so. */
    boolean beginQuestion(Waiter waiter) {
        boolean isNext = !waiter.isAsking()
                && line(waiter.priority()).stream()
                        .limit(MOST_QUESTIONS)
                        .dropWhile(Waiter::isAsking)
                        .findFirst()
                        .filter(next -> next == waiter)
                        .isPresent();
        waiter.asking(waiter.isAsking() || isNext);
        return isNext;
    }

    /**
     * Grants the slot to the waiter, or to the first in line if the waiter's wait is over; returns the slot if it is
     * not granted.
     */
    @Nullable
    Slot endQuestion(Waiter waiter, @Nullable Slot slot, long now) {
        waiter.asking(false);
        if (slot == null) {
            return null;
        }
        Waiter taker = waiter.isOver() ? line(waiter.priority()).peek() : waiter;
        if (taker == null || now < slots.opening(waiter.priority())) {
            return slot;
        }
        grant(taker, slot, now);
        wakeFirst();
        return null;
    }

    private void grant(Waiter waiter, Slot slot, long now) {
        line(waiter.priority()).remove(waiter);
        waiter.grant(slot);
        woken.add(waiter);
        if (waiter.priority() == Priority.BATCH && waiter.hasWaited()) {
            slots.spread(now);
        }
    }

    /** Grants the free slots to the waiters in order. */
    void serve(long now) {
        int before = woken.size();
        serve(interactive, now);
        serve(batch, now);
        if (woken.size() > before) {
            wakeFirst();
        }
    }

    void wakeFirst() {
        wake(interactive.peek());
        wake(batch.peek());
    }

    void wakeAll() {
        woken.addAll(interactive);
        woken.addAll(batch);
    }

    /** Removes and returns the waiters to wake after the lock is released. */
    List<Waiter> takeWoken() {
        if (woken.isEmpty()) {
            return List.of();
        }
        List<Waiter> taken = List.copyOf(woken);
        woken.clear();
        return taken;
    }

    /** The earliest time at which a new request can get a slot, as known now. */
    long earliest(Priority priority, long now) {
        if (priority == Priority.INTERACTIVE) {
            return slots.earliest(interactive.size(), now);
        }
        long bySlots = slots.earliest(interactive.size() + batch.size(), now);
        return Math.max(bySlots, slots.earliestForBatch(batch.size(), now));
    }

    /** Nanoseconds that the waiter may sleep unless it is woken. */
    long sleep(Waiter waiter, long now) {
        waiter.waits();
        boolean first = line(waiter.priority()).peek() == waiter;
        long chance = first ? slots.nextChance(waiter.priority(), now) : Long.MAX_VALUE;
        return Math.max(1, Math.min(chance, waiter.request().deadline()) - now);
    }

    private void serve(Queue<Waiter> line, long now) {
        for (Waiter first = line.peek(); first != null && slots.isFree(first.priority(), now); first = line.peek()) {
            grant(first, slots.count(first.newSlot(null)), now);
        }
    }

    private void wake(@Nullable Waiter waiter) {
        if (waiter != null) {
            woken.add(waiter);
        }
    }

    private Queue<Waiter> line(Priority priority) {
        return priority == Priority.INTERACTIVE ? interactive : batch;
    }
}
