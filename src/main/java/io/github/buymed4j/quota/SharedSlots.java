package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.Answer;
import io.github.buymed4j.quota.SlotTable.SharedLimit;
import org.jspecify.annotations.Nullable;

/**
 * What this node knows of slots that all nodes share: its own use, and when to ask the table again. It keeps to its
 * fair share while the table is unavailable, and afterwards until the slots used meanwhile, which the table does not
 * know, have expired.
 */
final class SharedSlots extends Slots {

    private final SharedLimit shared;
    private final TableCircuitBreaker table;
    private long interactiveAgain;
    private long batchAgain;
    private long fairShareUntil = Long.MIN_VALUE;

    SharedSlots(SharedLimit shared, int nodes, TableCircuitBreaker table) {
        super(shared.limit().fairShare(nodes));
        this.shared = shared;
        this.table = table;
    }

    /** Only while the table is unavailable; otherwise the waiters ask the table. */
    @Override
    boolean isFree(Priority priority, long now) {
        return table.isAway() && isFreeOfFairShare(priority, now);
    }

    private boolean isFreeOfFairShare(Priority priority, long now) {
        fairShareUntil = now + shared.provisional() + 2 * TableCircuitBreaker.PAUSE.toNanos();
        return super.isFree(priority, now);
    }

    /** True if the table may have a slot for this priority. */
    boolean isWorthAsking(Priority priority, long now) {
        boolean beyondFairShare = now < fairShareUntil && !hasRoom(priority);
        return !beyondFairShare && now >= again(priority) && now >= opening(priority);
    }

    /** Applies the table's answer, or its absence; true if a slot may be taken. */
    boolean accept(Priority priority, @Nullable Answer answer, long now) {
        if (answer == null) {
            return isFreeOfFairShare(priority, now);
        }
        if (answer.lease() != null) {
            return true;
        }
        again(priority, now + answer.delay());
        if (answer.closed() > 0) {
            close(now, now + answer.closed());
        }
        return false;
    }

    @Override
    boolean end(Slot slot, boolean unused, long now) {
        if (unused) {
            again(Priority.INTERACTIVE, 0);
            again(Priority.BATCH, 0);
        }
        return super.end(slot, unused, now);
    }

    @Override
    long nextChance(Priority priority, long now) {
        long chance = Math.max(again(priority), opening(priority));
        return now < fairShareUntil ? Math.max(chance, super.nextChance(priority, now)) : chance;
    }

    /** The earliest time at which a request of this priority can get a slot if no request is before it. */
    long earliest(Priority priority, long now) {
        long earliest = earliest(0, now);
        return priority == Priority.BATCH ? Math.max(earliest, earliestForBatch(0, now)) : earliest;
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
        return shared.limit().pace();
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
