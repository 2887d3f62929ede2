package io.github.buymed4j.quota;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.internal.time.Loop;
import io.github.buymed4j.internal.time.Loop.Step;
import io.github.buymed4j.quota.SlotTable.SlotLease;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request in line: it looks for its slot, pauses until it is woken or the time has passed, and looks again; on the
 * calling thread, or on the threads of its timer without blocking one. The budget's lock guards the fields that the
 * {@link WaitingLine} changes.
 */
final class Waiter {

    private final Budget budget;
    private final SlotRequest request;
    private final Time time;
    private final long since;

    /** Ends the current pause. Replaced before each look, so that a pause does not miss what happens after the look. */
    private volatile CompletableFuture<@Nullable Void> signal = new CompletableFuture<>();

    private @Nullable Future<?> alarm;

    private boolean asking;
    private boolean hasWaited;
    private @Nullable Slot slot;
    private @Nullable BuymedException refusal;

    Waiter(Budget budget, SlotRequest request, Time time) {
        this.budget = budget;
        this.request = request;
        this.time = time;
        this.since = time.nanos();
    }

    /** Looks first on the timer's threads, if there is a timer, because a look may call the database. */
    CompletionStage<Slot> await() {
        CompletableFuture<Slot> awaited = new CompletableFuture<>();
        budget.offload(
                request.timer(),
                () -> Loop.poll(this::pause, this::look).whenComplete((granted, thrown) -> {
                    if (thrown == null) {
                        awaited.complete(granted);
                    } else {
                        budget.abandon(this);
                        awaited.completeExceptionally(thrown);
                    }
                }));
        return awaited;
    }

    private Step<Slot> look() {
        signal = new CompletableFuture<>();
        if (alarm != null) {
            alarm.cancel(false);
        }
        long nanos = budget.look(this);
        return nanos > 0 ? Step.after(nanos) : Step.done(outcome());
    }

    private Slot outcome() {
        if (slot != null) {
            return slot;
        }
        throw refusal != null ? refusal : new IllegalStateException("The wait is not over");
    }

    private CompletionStage<@Nullable Void> pause(long nanos) {
        ScheduledExecutorService timer = request.timer();
        try {
            if (timer == null) {
                time.await(signal, nanos);
                return CompletableFuture.completedFuture(null);
            }
            alarm = timer.schedule(this::wake, nanos, TimeUnit.NANOSECONDS);
            return signal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(new CallInterruptedException("The thread was interrupted"));
        } catch (RejectedExecutionException | IllegalStateException e) {
            return CompletableFuture.failedFuture(timerHasStopped());
        }
    }

    /** Ends the current pause; called by any thread, without the budget's lock, possibly more than once. */
    void wake() {
        ScheduledExecutorService timer = request.timer();
        if (timer == null || budget.isStopped()) { // the server's timer may still accept tasks without running them
            signal.complete(null);
            return;
        }
        try {
            budget.execute(timer, () -> signal.complete(null));
        } catch (RejectedExecutionException | IllegalStateException e) {
            signal.completeExceptionally(timerHasStopped());
        }
    }

    private static CallInterruptedException timerHasStopped() {
        return new CallInterruptedException("The server's timer has stopped");
    }

    SlotRequest request() {
        return request;
    }

    Priority priority() {
        return request.priority();
    }

    QuotaStatus.Waiting status(long now) {
        return new QuotaStatus.Waiting(
                request.application(), priority(), Duration.ofNanos(now - since), time.at(request.deadline()));
    }

    /** True while it asks the table for a slot. */
    boolean isAsking() {
        return asking;
    }

    void asking(boolean now) {
        asking = now;
    }

    boolean hasWaited() {
        return hasWaited;
    }

    void waits() {
        hasWaited = true;
    }

    void grant(Slot granted) {
        slot = granted;
    }

    void refuse(BuymedException why) {
        refusal = why;
    }

    boolean isOver() {
        return slot != null || refusal != null;
    }

    @Nullable
    Slot slot() {
        return slot;
    }

    Slot newSlot(@Nullable SlotLease lease) {
        return new Slot(budget, request, lease);
    }
}
