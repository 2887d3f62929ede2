package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.Answer;
import io.github.buymed4j.quota.SlotTable.SharedLimit;
import io.github.buymed4j.quota.SlotTable.SlotLease;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Slots that all nodes share: the table lends each slot and is queried without the budget's lock. This node also counts
 * its own use. It keeps to its fair share while the table is unavailable, and afterwards until the slots used
 * meanwhile, which the table does not know, have expired.
 */
final class SharedSlots extends Slots {

    /** Nanoseconds without a query after the querying thread was interrupted; that thread stops waiting. */
    private static final long INTERRUPTED = 1_000_000;

    private final SharedLimit limit;
    private final TableCircuitBreaker table;
    private long interactiveAgain;
    private long batchAgain;
    private long fairShareUntil = Long.MIN_VALUE;

    SharedSlots(SharedLimit limit, Allowance fairShare, TableCircuitBreaker table) {
        super(fairShare);
        this.limit = limit;
        this.table = table;
    }

    /** Takes a slot only while the table is unavailable; otherwise the waiters query the table, without the lock. */
    @Override
    @Nullable
    Slot tryTake(Priority priority, long now) {
        return table.isAway() ? ofFairShare(priority, now) : null;
    }

    @Override
    boolean areInATable() {
        return true;
    }

    @Override
    void execute(Executor threads, Runnable task) {
        table.execute(threads, task);
    }

    @Override
    boolean isWorthAsking(Priority priority, long now) {
        return !isBeyondFairShare(priority, now) && now >= again(priority) && now >= opening(priority);
    }

    @Override
    @Nullable
    Answer ask(Priority priority) {
        Answer answer = table.ask(there -> there.lend(limit, priority));
        boolean interrupted = answer == null && Thread.currentThread().isInterrupted();
        return interrupted ? Answer.none(INTERRUPTED, 0) : answer;
    }

    @Override
    @Nullable
    Slot answered(Priority priority, @Nullable Answer answer, long now) {
        if (answer == null) {
            return ofFairShare(priority, now);
        }
        if (answer.loan() != null) {
            return count(new Slot(priority, answer.loan()));
        }
        again(priority, now + answer.delay());
        if (answer.closed() > 0) {
            close(now, now + answer.closed());
        }
        return null;
    }

    private @Nullable Slot ofFairShare(Priority priority, long now) {
        fairShareUntil = now + limit.provisional() + 2 * TableCircuitBreaker.PAUSE.toNanos();
        return super.tryTake(priority, now);
    }

    private boolean isBeyondFairShare(Priority priority, long now) {
        return now < fairShareUntil && !hasRoom(priority);
    }

    @Override
    void giveBack(Slot slot) {
        super.giveBack(slot);
        again(Priority.INTERACTIVE, 0);
        again(Priority.BATCH, 0);
    }

    /** Tells the table at once, on the calling thread, because the window begins when the table knows. */
    @Override
    void announce(Slot slot, boolean unused) {
        SlotLease loan = slot.loan();
        if (loan != null) {
            long cooling = unused ? 0 : limit.allowance().cooling();
            table.tell(there -> there.end(limit, loan, cooling));
        }
    }

    @Override
    void announceClosing(long nanos) {
        table.tell(there -> there.close(limit, nanos));
    }

    @Override
    long nextChance(Priority priority, long now) {
        long chance = Math.max(again(priority), opening(priority));
        return now < fairShareUntil ? Math.max(chance, super.nextChance(priority, now)) : chance;
    }

    @Override
    long earliest(int before, long now) {
        long earliest = Math.max(again(Priority.INTERACTIVE), opening(Priority.INTERACTIVE));
        return Math.max(earliest, now < fairShareUntil ? super.earliest(before, now) : now);
    }

    @Override
    long earliestForBatch(int before, long now) {
        long earliest = Math.max(again(Priority.BATCH), opening(Priority.INTERACTIVE));
        return Math.max(earliest, now < fairShareUntil ? super.earliestForBatch(before, now) : now);
    }

    @Override
    long pace() {
        return limit.allowance().pace();
    }

    private long again(Priority priority) {
        return priority == Priority.INTERACTIVE ? interactiveAgain : batchAgain;
    }

    private void again(Priority priority, long nanos) {
        if (priority == Priority.INTERACTIVE) {
            interactiveAgain = nanos;
        } else {
            batchAgain = nanos;
        }
    }
}
