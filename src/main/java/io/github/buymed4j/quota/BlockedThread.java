package io.github.buymed4j.quota;

import org.jspecify.annotations.Nullable;

/** Waits for a slot on the calling thread. */
final class BlockedThread {

    private BlockedThread() {}

    /** Null where the budget is retired. */
    static @Nullable Taken take(Budget budget, Priority priority, long deadline, Time time) {
        Slot slot = budget.poll(priority);
        if (slot != null) {
            return new Taken(budget, slot);
        }
        Thread thread = Thread.currentThread();
        Waiter waiter = new Waiter(priority, deadline, () -> time.unpark(thread));
        return budget.join(waiter) ? new Taken(budget, await(budget, waiter, time)) : null;
    }

    private static Slot await(Budget budget, Waiter waiter, Time time) {
        for (long nanos = budget.look(waiter); nanos > 0; nanos = budget.look(waiter)) {
            time.park(nanos);
            if (Thread.currentThread().isInterrupted() && budget.abandon(waiter)) {
                throw new QuotaInterruptedException();
            }
        }
        return waiter.outcome();
    }
}
