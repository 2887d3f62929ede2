package io.github.buymed4j.quota;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a budget's slots: one line for each priority, first come, first served. Its budget's lock guards it.
 *
 * <p>The first of each line looks again when the next slot returns; all others are woken when they become first.
 */
final class WaitingLine {

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

    void join(Waiter waiter) {
        line(waiter.priority()).add(waiter);
    }

    void leave(Waiter waiter) {
        line(waiter.priority()).remove(waiter);
        wakeFirst();
    }

    /** Grants what is free to those whose turn it is. */
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

    /** Those to wake once the lock is free; empty afterwards. */
    List<Waiter> takeWoken() {
        if (woken.isEmpty()) {
            return List.of();
        }
        List<Waiter> taken = List.copyOf(woken);
        woken.clear();
        return taken;
    }

    /** When a newcomer can have a slot at the earliest, as things stand. */
    long earliest(Priority priority, long now) {
        if (priority == Priority.INTERACTIVE) {
            return slots.earliest(interactive.size(), now);
        }
        long bySlots = slots.earliest(interactive.size() + batch.size(), now);
        return Math.max(bySlots, slots.earliestForBatch(batch.size(), now));
    }

    /** How many nanoseconds the waiter may sleep if nobody wakes it. */
    long sleep(Waiter waiter, long now) {
        boolean first = line(waiter.priority()).peek() == waiter;
        long chance = first ? slots.nextChance(waiter.priority(), now) : Long.MAX_VALUE;
        return Math.max(1, Math.min(chance, waiter.deadline()) - now);
    }

    private void serve(Queue<Waiter> line, long now) {
        for (Waiter first = line.peek(); first != null; first = line.peek()) {
            Slot slot = slots.tryTake(first.priority(), now);
            if (slot == null) {
                return;
            }
            line.remove();
            first.grant(slot);
            woken.add(first);
            if (first.priority() == Priority.BATCH) {
                slots.spread(now);
            }
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
