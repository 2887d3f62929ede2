package io.github.buymed4j.quota;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The slots in PostgreSQL, by its clock: a slot is a row with the time at which it is free again. While it is lent that time is
 * provisional, which frees the slots of a node that died. Rows come into being as they are needed. Each statement is a
 * transaction of its own.
 */
class PostgresTable implements SlotTable {

    /** Another node is just looking at what is free. */
    private static final long CONTENDED = 2_000_000;

    private final Source source;

    PostgresTable(Source source) {
        this.source = source;
    }

    /** Gives the data source, with the table in it. */
    interface Source {
        DataSource get() throws SQLException;
    }

    @Override
    public Answer lend(SharedLimit limit, Priority priority) throws SQLException {
        try (Connection connection = source.get().getConnection()) {
            SlotStatements slots = new SlotStatements(connection, limit);
            Loan loan = lend(slots, priority);
            if (loan != null) {
                return new Answer(loan, 0);
            }
            SlotStatements.State state = slots.state(priority);
            if (!state.isComplete()) {
                slots.grow();
                loan = lend(slots, priority);
            }
            return new Answer(loan, loan == null ? Math.max(CONTENDED, state.delay()) : 0);
        }
    }

    private static @Nullable Loan lend(SlotStatements slots, Priority priority) throws SQLException {
        return slots.lend(priority, ThreadLocalRandom.current().nextLong());
    }

    @Override
    public void end(SharedLimit limit, Loan loan, long cooling) throws SQLException {
        try (Connection connection = source.get().getConnection()) {
            new SlotStatements(connection, limit).end(loan, cooling);
        }
    }

    @Override
    public void close(SharedLimit limit, long wait) throws SQLException {
        try (Connection connection = source.get().getConnection()) {
            new SlotStatements(connection, limit).close(wait);
        }
    }
}
