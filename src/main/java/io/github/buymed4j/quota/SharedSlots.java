package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.Answer;
import io.github.buymed4j.quota.SlotTable.Question;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;

/**
 * Slots that a table lends, which all nodes share. While it is away, this node keeps to its fair share, its last uses counted;
 * what it uses meanwhile the table is told of afterwards.
 */
final class SharedSlots extends Slots {

    private final Ledger ledger;
    /** All that this node uses, against its fair share. */
    private final LocalSlots own;
    /** Lent, and not taken yet. */
    private final Queue<Loan> idle = new ArrayDeque<>(1);

    /**
     * Asks for nothing before somebody waits.
     *
     * @param patience how old an answer may be for its loans to be used
     */
    SharedSlots(Allowance allowance, Allowance fairShare, Duration patience) {
        super(allowance);
        this.own = new LocalSlots(fairShare);
        this.ledger = new Ledger(allowance.cooling(), patience);
    }

    @Override
    boolean hasRoom(Priority priority) {
        return ledger.isAway()
                ? own.hasRoom(priority)
                : priority == Priority.INTERACTIVE ? !idle.isEmpty() : idle.stream().anyMatch(SharedSlots::isBatch);
    }

    @Override
    Slot take(Priority priority) {
        Loan loan = ledger.isAway() ? new Loan(priority) : claim(priority);
        ledger.taken(loan);
        own.count(loan);
        return loan;
    }

    @Override
    void giveBack(Slot slot) {
        own.giveBack(slot);
        ledger.neverSent((Loan) slot);
    }

    @Override
    boolean replied(Slot slot, long now) {
        boolean first = own.replied(slot, now);
        ledger.finished((Loan) slot);
        return first;
    }

    @Override
    void reclaim(long now) {
        own.reclaim(now);
    }

    @Override
    boolean areUntouched(long now) {
        return ledger.hasNothingOpen() && idle.isEmpty() && own.areUntouched(now) && now >= closedUntil();
    }

    @Override
    long nextRoom(Priority priority, long now) {
        if (ledger.isAway()) {
            return own.nextRoom(priority, now);
        }
        boolean later = !ledger.isAsking() && Math.max(ledger.again(priority), opening(priority)) > now;
        return later ? ledger.again(priority) : Long.MAX_VALUE;
    }

    @Override
    long earliest(Priority priority, int interactiveBefore, int batchBefore, long now) {
        long earliest = ledger.isAway()
                ? own.earliest(priority, interactiveBefore, batchBefore, now)
                : Math.max(now, ledger.again(priority));
        return Math.max(earliest, closedUntil());
    }

    /** What nobody waits for any more goes back at once. */
    @Override
    boolean startErrand(int interactive, int batch, long now) {
        for (Iterator<Loan> loans = idle.iterator(); loans.hasNext(); ) {
            Loan loan = loans.next();
            if (interactive == 0 && (batch == 0 || !isBatch(loan))) {
                loans.remove();
                ledger.neverSent(loan);
            }
        }
        boolean wanted = wants(Priority.INTERACTIVE, interactive, now) || wants(Priority.BATCH, batch, now);
        return ledger.begin(wanted, closedUntil(), now);
    }

    /** What to ask the table; batch requests one at a time, as they are spread. */
    Question question(int interactive, int batch, long now) {
        return ledger.question(
                wants(Priority.INTERACTIVE, interactive, now) ? interactive : 0,
                wants(Priority.BATCH, batch, now) ? 1 : 0,
                closedUntil(),
                now);
    }

    void answered(Answer answer, long now) {
        close(now, now + answer.closed());
        idle.addAll(ledger.answered(answer, now));
    }

    void unanswered(long now) {
        idle.forEach(ledger::neverSent);
        idle.clear();
        ledger.unanswered(now);
    }

    private boolean wants(Priority priority, int waiting, long now) {
        return waiting > 0 && now >= Math.max(ledger.again(priority), opening(priority));
    }

    private Loan claim(Priority priority) {
        Loan claimed = idle.stream()
                .filter(loan -> loan.priority() == priority)
                .findFirst()
                .orElseGet(idle::element);
        idle.remove(claimed);
        return claimed;
    }

    private static boolean isBatch(Slot slot) {
        return slot.priority() == Priority.BATCH;
    }
}
