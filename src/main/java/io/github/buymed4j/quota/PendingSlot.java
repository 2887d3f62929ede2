package io.github.buymed4j.quota;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.CallInterruptedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a slot without blocking a thread: looks on the timer's threads, when woken and when its one alarm fires.
 */
final class PendingSlot {

    private final Budget budget;
    private final ScheduledExecutorService timer;
    private final Waiter waiter;
    private final CompletableFuture<HeldSlot> result = new CompletableFuture<>();
    /** Greater than 0 while a thread looks; another call in that time makes that thread look again. */
    private final AtomicInteger looks = new AtomicInteger();

    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable Future<?> alarm;

    private PendingSlot(Budget budget, Priority priority, Patience patience, ScheduledExecutorService timer) {
        this.budget = budget;
        this.timer = timer;
        this.waiter = new Waiter(priority, patience, this::wake);
    }

    /** Null if the budget is retired. */
    static @Nullable CompletableFuture<HeldSlot> take(
            Budget budget, Priority priority, Patience patience, ScheduledExecutorService timer) {
        Slot slot = budget.poll(priority);
        if (slot != null) {
            return CompletableFuture.completedFuture(new HeldSlot(budget, slot, timer));
        }
        PendingSlot pending = new PendingSlot(budget, priority, patience, timer);
        if (!budget.join(pending.waiter)) {
            return null;
        }
        if (budget.asksTheTable()) {
            pending.wake();
        } else {
            pending.look();
        }
        return pending.result;
    }

    private void wake() {
        if (budget.isStopped()) {
            look(); // the server's timer may still accept tasks without running them
            return;
        }
        try {
            budget.execute(timer, this::look);
        } catch (RejectedExecutionException | IllegalStateException e) {
            giveUp();
        }
    }

    /** Only one thread looks at a time, without a lock, because a look may wait for the database. */
    private void look() {
        if (looks.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            lookOnce();
            seen = looks.addAndGet(-seen);
        } while (seen > 0);
    }

    private void lookOnce() {
        if (ended.get()) {
            return;
        }
        if (alarm != null) {
            alarm.cancel(false);
        }
        long nanos = budget.look(waiter);
        if (nanos == 0) {
            end();
            return;
        }
        try {
            alarm = timer.schedule(this::wake, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException | IllegalStateException e) {
            giveUp();
        }
    }

    private void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            HeldSlot taken = new HeldSlot(budget, waiter.outcome(), timer);
            if (!result.complete(taken)) {
                taken.giveBack();
            }
        } catch (BuymedException e) {
            result.completeExceptionally(e);
        }
    }

    /** The timer has been shut down, so no further look will happen. */
    private void giveUp() {
        boolean waited = budget.abandon(waiter);
        result.completeExceptionally(new CallInterruptedException("The server's timer has stopped"));
        if (waited) {
            ended.set(true);
        } else {
            end();
        }
    }
}
