package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.Answer;
import io.github.buymed4j.quota.SlotTable.Question;
import java.sql.SQLException;
import java.util.concurrent.Executor;

/** A budget that nodes share: the table is asked by the executor's threads, never by a caller's or under the lock. */
final class SharedBudget extends Budget {

    private final String name;
    private final Allowance allowance;
    private final SharedSlots slots;
    private final SlotTable table;
    private final Executor executor;

    /**
     * A budget of which this is one node's part.
     *
     * @param name the same on all nodes
     */
    SharedBudget(String name, Terms terms, SharedSlots slots, Time time, SlotTable table, Executor executor) {
        super(terms, slots, time);
        this.name = name;
        this.allowance = slots.allowance();
        this.slots = slots;
        this.table = table;
        this.executor = executor;
    }

    @Override
    void goOnErrand() {
        try {
            executor.execute(this::exchange);
        } catch (RuntimeException e) {
            unanswered();
        }
    }

    private void exchange() {
        Question question =
                locked(now -> slots.question(waiting(Priority.INTERACTIVE), waiting(Priority.BATCH), now));
        try {
            Answer answer = table.exchange(name, allowance, question);
            locked(now -> {
                slots.answered(answer, now);
                serveAgain(now);
                return answer;
            });
        } catch (SQLException | RuntimeException e) {
            unanswered();
        }
    }

    private void unanswered() {
        locked(now -> {
            slots.unanswered(now);
            serveAgain(now);
            return slots;
        });
    }
}
