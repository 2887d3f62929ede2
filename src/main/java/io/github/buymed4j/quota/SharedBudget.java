package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.Answer;
import io.github.buymed4j.quota.SlotTable.SharedLimit;
import io.github.buymed4j.quota.SlotTable.SlotLease;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A budget that nodes share: the table lends each slot. It is asked by the waiters, without the lock. */
final class SharedBudget extends Budget {

    /** Nanoseconds without a query after the querying thread was interrupted; that thread stops waiting. */
    private static final long INTERRUPTED = 1_000_000;

    private final SharedLimit shared;
    private final SharedSlots slots;
    private final TableCircuitBreaker table;

    SharedBudget(String whose, SharedLimit shared, int nodes, LastHour lastHour, TableCircuitBreaker table, Time time) {
        this(whose, shared, lastHour, new SharedSlots(shared, nodes, table), table, time);
    }

    private SharedBudget(
            String whose,
            SharedLimit shared,
            LastHour lastHour,
            SharedSlots slots,
            TableCircuitBreaker table,
            Time time) {
        super(whose, shared.limit(), lastHour, time, slots);
        this.shared = shared;
        this.slots = slots;
        this.table = table;
    }

    /** As {@link Budget#look}; the calling thread may query the table. */
    @Override
    long look(Waiter waiter) {
        if (locked(
                now -> !isStopped() && slots.isWorthAsking(waiter.priority(), now) && line().beginQuestion(waiter))) {
            ask(waiter);
        }
        return super.look(waiter);
    }

    private void ask(Waiter waiter) {
        Priority priority = waiter.priority();
        Answer answer = answer(priority);
        Slot unclaimed = locked(now -> {
            boolean granted = slots.accept(priority, answer, now);
            Slot slot = granted ? slots.count(waiter.newSlot(answer == null ? null : answer.lease())) : null;
            Slot left = line().endQuestion(waiter, slot, now);
            refuseIfTooLate(waiter, slots.earliest(priority, now), now);
            return left;
        });
        if (unclaimed != null) {
            end(unclaimed, true);
        }
    }

    /** Null while the table is unavailable. */
    private @Nullable Answer answer(Priority priority) {
        Answer answer = table.ask(there -> there.lend(shared, priority));
        boolean interrupted = answer == null && Thread.currentThread().isInterrupted();
        return interrupted ? Answer.none(INTERRUPTED, 0) : answer;
    }

    /** Tells the table first, because the window begins when the table knows. */
    @Override
    void ended(Slot slot, boolean unused) {
        SlotLease lease = slot.lease();
        if (lease != null) {
            long cooling = unused ? 0 : shared.limit().cooling();
            table.tell(there -> there.end(shared, lease, cooling));
        }
        super.ended(slot, unused);
    }

    @Override
    void close(Duration wait, @Nullable Executor threads) {
        offload(
                threads,
                () -> table.tell(there -> there.close(shared, closing(wait).toNanos())));
        super.close(wait, threads);
    }

    @Override
    void execute(Executor threads, Runnable task) {
        table.execute(threads, task);
    }

    @Override
    void offload(@Nullable Executor threads, Runnable task) {
        if (threads == null) {
            task.run();
            return;
        }
        try {
            execute(threads, task);
        } catch (RejectedExecutionException | IllegalStateException e) {
            task.run();
        }
    }
}
