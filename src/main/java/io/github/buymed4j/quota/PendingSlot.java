package io.github.buymed4j.quota;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.CallInterruptedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for a slot without a thread: looks when woken and when its one alarm goes off, on the timer's threads. */
final class PendingSlot {

    private final Budget budget;
    private final ScheduledExecutorService timer;
    private final Waiter waiter;
    private final CompletableFuture<Taken> result = new CompletableFuture<>();
    private @Nullable Future<?> alarm;
    private boolean ended;

    private PendingSlot(Budget budget, Priority priority, Patience patience, ScheduledExecutorService timer) {
        this.budget = budget;
        this.timer = timer;
        this.waiter = new Waiter(priority, patience, this::wake);
    }

    /** Null where the budget is retired. */
    static @Nullable CompletableFuture<Taken> take(
            Budget budget, Priority priority, Patience patience, ScheduledExecutorService timer) {
        Slot slot = budget.poll(priority);
        if (slot != null) {
            return CompletableFuture.completedFuture(new Taken(budget, slot));
        }
        PendingSlot pending = new PendingSlot(budget, priority, patience, timer);
        if (!budget.join(pending.waiter)) {
            return null;
        }
        pending.look();
        return pending.result;
    }

    private void wake() {
        if (budget.isStopped()) {
            look(); // the server's timer may take tasks and run none any more
            return;
        }
        try {
            timer.execute(this::look);
        } catch (RejectedExecutionException | IllegalStateException e) {
            giveUp();
        }
    }

    private void look() {
        try {
            if (endsNow()) {
                settle();
            }
        } catch (RejectedExecutionException | IllegalStateException e) {
            giveUp();
        }
    }

    private synchronized boolean endsNow() {
        if (ended) {
            return false;
        }
        if (alarm != null) {
            alarm.cancel(false);
        }
        long nanos = budget.look(waiter);
        ended = nanos == 0;
        alarm = ended ? null : timer.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        return ended;
    }

    private void settle() {
        try {
            Taken taken = new Taken(budget, waiter.outcome());
            if (!result.complete(taken)) {
                taken.giveBack();
            }
        } catch (BuymedException e) {
            result.completeExceptionally(e);
        }
    }

    /** The timer has been shut down: nobody will look again. */
    private void giveUp() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        boolean waited = budget.abandon(waiter);
        result.completeExceptionally(new CallInterruptedException("The server's timer has stopped"));
        if (!waited) {
            settle();
        }
    }
}
