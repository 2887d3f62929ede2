package io.github.buymed4j.quota;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.CallInterruptedException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Waits for a slot on the calling thread. */
final class BlockedThread {

    private BlockedThread() {}

    /** Returns a completed future; null if the budget is retired. */
    static @Nullable CompletableFuture<HeldSlot> take(Budget budget, Priority priority, Patience patience, Time time) {
        Slot slot = budget.poll(priority);
        if (slot != null) {
            return CompletableFuture.completedFuture(new HeldSlot(budget, slot, null));
        }
        Thread thread = Thread.currentThread();
        Waiter waiter = new Waiter(priority, patience, () -> time.unpark(thread));
        if (!budget.join(waiter)) {
            return null;
        }
        try {
            return CompletableFuture.completedFuture(new HeldSlot(budget, await(budget, waiter, time), null));
        } catch (BuymedException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Slot await(Budget budget, Waiter waiter, Time time) {
        for (long nanos = budget.look(waiter); nanos > 0; nanos = budget.look(waiter)) {
            time.park(nanos);
            if (Thread.currentThread().isInterrupted() && budget.abandon(waiter)) {
                throw new CallInterruptedException("The thread was interrupted");
            }
        }
        return waiter.outcome();
    }
}
