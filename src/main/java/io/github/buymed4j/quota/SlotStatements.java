package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.Answer;
import io.github.buymed4j.quota.SlotTable.SharedLimit;
import io.github.buymed4j.quota.SlotTable.SlotLease;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The SQL statements on one budget's rows. Row 0 is the gate: while it is not free, no slot is lent. */
final class SlotStatements {

    /** Minimum delay in nanoseconds before the next attempt: another node may have locked the free rows. */
    static final long CONTENDED = 2_000_000;

    private static final int TIMEOUT_SECONDS = 2;

    /** Lends the first free slot in primary key order: the search ends there and does not read later rows. */
    private static final String LEND = """
        WITH free AS MATERIALIZED (
            SELECT slot FROM buymed_quota_slot
             WHERE budget = ? AND slot BETWEEN 1 AND ? AND free_at <= statement_timestamp()
               AND NOT EXISTS (SELECT 1 FROM buymed_quota_slot
                                WHERE budget = ? AND slot = 0 AND free_at > statement_timestamp())%s
             ORDER BY slot LIMIT 1
               FOR UPDATE SKIP LOCKED)
        UPDATE buymed_quota_slot s
           SET free_at = statement_timestamp() + ? * interval '1 microsecond', loan = ?, batch = ?
          FROM free
         WHERE s.budget = ? AND s.slot = free.slot
        RETURNING s.slot\
        """;

    /**
     * Two statements, so that only the batch one counts rows: with the cap as a parameter, both would read the whole
     * budget.
     */
    private static final String LEND_INTERACTIVE = LEND.replace("%s", "");

    private static final String LEND_BATCH = LEND.replace("%s", """

        AND ? > (SELECT count(*) FROM buymed_quota_slot
                  WHERE budget = ? AND batch AND free_at > statement_timestamp())\
        """);

    private static final String END = """
        UPDATE buymed_quota_slot SET free_at = statement_timestamp() + ? * interval '1 microsecond'
         WHERE budget = ? AND slot = ? AND loan = ?\
        """;

    private static final String CLOSE = """
        INSERT INTO buymed_quota_slot (budget, slot, free_at, loan, batch)
        VALUES (?, 0, statement_timestamp() + ? * interval '1 microsecond', 0, false)
        ON CONFLICT (budget, slot) DO UPDATE
           SET free_at = greatest(buymed_quota_slot.free_at, excluded.free_at)\
        """;

    private static final String GROW = """
        INSERT INTO buymed_quota_slot (budget, slot, free_at, loan, batch)
        SELECT ?, n, statement_timestamp(), 0, false
          FROM generate_series(1, ?) n
         WHERE NOT EXISTS (SELECT 1 FROM buymed_quota_slot WHERE budget = ? AND slot = n)
         ORDER BY n LIMIT ?
        ON CONFLICT DO NOTHING\
        """;

    private static final String STATE = """
        SELECT count(*) FILTER (WHERE slot > 0) AS slots,
               count(*) FILTER (WHERE batch AND wait > 0) AS batch,
               min(wait) FILTER (WHERE slot > 0) AS next,
               min(wait) FILTER (WHERE batch AND wait > 0) AS next_batch,
               max(wait) FILTER (WHERE slot = 0) AS closed
          FROM (SELECT slot, batch,
                       ceil(extract(epoch FROM free_at - statement_timestamp()) * 1000000)::bigint AS wait
                  FROM buymed_quota_slot WHERE budget = ? AND slot <= ?) s\
        """;

    private final Connection connection;
    private final String budget;
    private final Limit limit;
    private final long provisional;

    SlotStatements(Connection connection, SharedLimit shared) {
        this.connection = connection;
        this.budget = shared.budget();
        this.limit = shared.limit();
        this.provisional = shared.provisional();
    }

    /** Lends a slot if one is free for this priority; creates rows while there are fewer than slots. */
    Answer lend(Priority priority) throws SQLException {
        SlotLease lease = lendFree(priority);
        if (lease != null) {
            return Answer.lent(lease);
        }
        State state = state(priority);
        if (!state.isComplete()) {
            grow();
            lease = lendFree(priority);
        }
        return lease != null ? Answer.lent(lease) : Answer.none(Math.max(CONTENDED, state.delay()), state.closed());
    }

    private @Nullable SlotLease lendFree(Priority priority) throws SQLException {
        long until = micros(provisional);
        long id = ThreadLocalRandom.current().nextLong();
        if (priority == Priority.BATCH) {
            int cap = limit.batchRequests();
            return lend(id, LEND_BATCH, budget, slots(), budget, cap, budget, until, id, true, budget);
        }
        return lend(id, LEND_INTERACTIVE, budget, slots(), budget, until, id, false, budget);
    }

    private @Nullable SlotLease lend(long id, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement update = prepare(sql, parameters);
                ResultSet lent = update.executeQuery()) {
            return lent.next() ? new SlotLease(lent.getInt(1), id) : null;
        }
    }

    /**
     * Why no slot was lent.
     *
     * @param isComplete true if all slots have rows
     * @param delay nanoseconds until a slot may be free
     * @param closed nanoseconds until the gate is open; 0 if it is
     */
    private record State(boolean isComplete, long delay, long closed) {}

    int end(SlotLease lease, long cooling) throws SQLException {
        return update(END, micros(cooling), budget, lease.slot(), lease.id());
    }

    int close(long wait) throws SQLException {
        return update(CLOSE, budget, micros(wait));
    }

    /** Creates the rows of a tenth of all slots. When it returns, rows that another node was creating exist too. */
    private void grow() throws SQLException {
        update(GROW, budget, slots(), budget, Math.max(1, slots() / 10));
    }

    private State state(Priority priority) throws SQLException {
        try (PreparedStatement select = prepare(STATE, budget, slots());
                ResultSet state = select.executeQuery()) {
            state.next();
            boolean isComplete = state.getInt("slots") >= slots();
            boolean batchFull = priority == Priority.BATCH && state.getInt("batch") >= limit.batchRequests();
            long next = Math.max(isComplete ? state.getLong("next") : 0, batchFull ? state.getLong("next_batch") : 0);
            long nextReturn = Math.min(next * 1_000, limit.cooling());
            long closed = Math.max(0, state.getLong("closed") * 1_000);
            return new State(isComplete, Math.max(nextReturn, closed), closed);
        }
    }

    private int slots() {
        return limit.requests();
    }

    private int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(TIMEOUT_SECONDS);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static long micros(long nanos) {
        return (nanos + 999) / 1_000;
    }
}
