package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.Answer;
import io.github.buymed4j.quota.SlotTable.Loan;
import io.github.buymed4j.quota.SlotTable.SharedLimit;
import org.jspecify.annotations.Nullable;

/**
 * Slots that all nodes share: each is lent by their table. What this node uses is counted besides, and held to its fair share
 * while the table is away, and after that for as long as the table does not know of what was used meanwhile.
 */
final class SharedSlots extends Slots {

    private final SharedLimit limit;
    private final CarefulTable table;
    private final Time time;
    private long interactiveAgain;
    private long batchAgain;
    private long fairShareUntil = Long.MIN_VALUE;

    SharedSlots(SharedLimit limit, Allowance fairShare, CarefulTable table, Time time) {
        super(fairShare);
        this.limit = limit;
        this.table = table;
        this.time = time;
    }

    @Override
    @Nullable
    Slot tryTake(Priority priority, long now) {
        boolean hopeless = now < fairShareUntil && !hasRoom(priority);
        if (hopeless || now < again(priority) || now < opening(priority)) {
            return null;
        }
        Answer answer = table.ask(there -> there.lend(limit, priority));
        if (answer == null) {
            fairShareUntil = now + limit.provisional() + 2 * CarefulTable.PAUSE.toNanos();
            return super.tryTake(priority, now);
        }
        if (answer.loan() == null) {
            again(priority, time.nanos() + answer.delay()); // the question took its time
            return null;
        }
        return count(new Slot(priority, answer.loan()));
    }

    @Override
    void giveBack(Slot slot) {
        super.giveBack(slot);
        end(slot, 0);
        again(Priority.INTERACTIVE, 0);
        again(Priority.BATCH, 0);
    }

    /** At once, and not behind those who wait for a slot: the window begins when the table knows. */
    @Override
    void announce(Slot slot) {
        end(slot, limit.allowance().cooling());
    }

    @Override
    boolean close(long now, long until) {
        table.tell(there -> there.close(limit, until - now));
        return super.close(now, until);
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

    private void end(Slot slot, long cooling) {
        Loan loan = slot.loan();
        if (loan != null) {
            table.tell(there -> there.end(limit, loan, cooling));
        }
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
