package io.github.buymed4j.quota;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * The slots in PostgreSQL, by its clock. A slot is a row with the time at which it is free again; while it is lent that time is
 * provisional, which frees the slots of a node that died. Rows come into being as they are needed.
 */
final class JdbcSlotTable implements SlotTable {

    private final DataSource dataSource;
    private final long hold;

    /**
     * A table whose schema is there.
     *
     * @param dataSource outside of any transaction of the calling thread
     * @param hold how long after it was lent a slot's request may still be under way
     */
    JdbcSlotTable(DataSource dataSource, Duration hold) {
        this.dataSource = dataSource;
        this.hold = hold.toNanos();
    }

    @Override
    public Answer exchange(String budget, Allowance allowance, Question question) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Answer answer = exchange(new SlotStatements(connection, budget, allowance), allowance, question);
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private Answer exchange(SlotStatements slots, Allowance allowance, Question question) throws SQLException {
        slots.takeBack(question.returned());
        if (question.closing() > 0) {
            slots.close(question.closing());
        }
        List<Lent> lent = new ArrayList<>();
        lent.addAll(lend(slots, Priority.INTERACTIVE, question.interactive(), allowance.cooling() + hold));
        lent.addAll(lend(slots, Priority.BATCH, question.batch(), allowance.cooling() + hold));
        return slots.answer(lent);
    }

    private static List<Lent> lend(SlotStatements slots, Priority priority, int wanted, long provisional)
            throws SQLException {
        if (wanted == 0) {
            return List.of();
        }
        long loan = ThreadLocalRandom.current().nextLong();
        List<Lent> lent = slots.lend(priority, wanted, provisional, loan);
        int missing = wanted - lent.size();
        if (missing > 0 && slots.grow(missing)) {
            lent.addAll(slots.lend(priority, missing, provisional, loan));
        }
        return lent;
    }
}
