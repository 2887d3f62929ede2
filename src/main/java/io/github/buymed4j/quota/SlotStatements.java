package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.Answer;
import io.github.buymed4j.quota.SlotTable.Lent;
import io.github.buymed4j.quota.SlotTable.Returned;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements of one exchange on one budget, for PostgreSQL. */
final class SlotStatements {

    private static final int TIMEOUT_SECONDS = 2;

    private static final String TAKE_BACK =
            """
            UPDATE buymed_quota_slot
               SET free_at = clock_timestamp() + ? * interval '1 microsecond', lent = false
             WHERE budget = ? AND slot = ? AND loan = ?""";

    private static final String CLOSE =
            """
            INSERT INTO buymed_quota_gate (budget, closed_until)
            VALUES (?, clock_timestamp() + ? * interval '1 microsecond')
            ON CONFLICT (budget) DO UPDATE
               SET closed_until = greatest(buymed_quota_gate.closed_until, excluded.closed_until)""";

    /** As many as wanted, within the cap on those that batch requests have, while the gate is open. */
    private static final String LEND =
            """
            WITH free AS MATERIALIZED (
                SELECT slot FROM buymed_quota_slot
                 WHERE budget = ? AND slot <= ? AND free_at <= clock_timestamp()
                   AND NOT EXISTS (SELECT 1 FROM buymed_quota_gate
                                    WHERE budget = ? AND closed_until > clock_timestamp())
                 ORDER BY free_at
                 LIMIT greatest(0, least(?, ? - (SELECT count(*) FROM buymed_quota_slot
                                                  WHERE budget = ? AND batch AND free_at > clock_timestamp())))
                   FOR UPDATE SKIP LOCKED)
            UPDATE buymed_quota_slot s
               SET free_at = clock_timestamp() + ? * interval '1 microsecond', lent = true, loan = ?, batch = ?
              FROM free
             WHERE s.budget = ? AND s.slot = free.slot
            RETURNING s.slot""";

    private static final String GROW =
            """
            INSERT INTO buymed_quota_slot (budget, slot, free_at, lent, loan, batch)
            SELECT ?, n, clock_timestamp(), false, 0, false
              FROM generate_series(1, ?) n
             WHERE NOT EXISTS (SELECT 1 FROM buymed_quota_slot WHERE budget = ? AND slot = n)
             ORDER BY n LIMIT ?
            ON CONFLICT DO NOTHING""";

    private static final String STATE =
            """
            SELECT count(*), count(*) FILTER (WHERE batch AND wait > 0),
                   coalesce(min(wait), 0), coalesce(min(wait) FILTER (WHERE batch AND wait > 0), 0),
                   (SELECT coalesce(max(ceil(extract(epoch FROM closed_until - clock_timestamp()) * 1000000)), 0)
                      FROM buymed_quota_gate WHERE budget = ?)
              FROM (SELECT batch, ceil(1000000 * extract(epoch FROM
                           CASE WHEN lent THEN least(free_at, clock_timestamp() + ? * interval '1 microsecond')
                                ELSE free_at END - clock_timestamp())) AS wait
                      FROM buymed_quota_slot WHERE budget = ? AND slot <= ?) s""";

    private final Connection connection;
    private final String budget;
    private final Allowance allowance;

    SlotStatements(Connection connection, String budget, Allowance allowance) {
        this.connection = connection;
        this.budget = budget;
        this.allowance = allowance;
    }

    void takeBack(List<Returned> returned) throws SQLException {
        for (Returned one : returned) {
            try (PreparedStatement update = prepare(
                    TAKE_BACK, micros(one.cooling()), budget, one.lent().slot(), one.lent().loan())) {
                update.executeUpdate();
            }
        }
    }

    void close(long nanos) throws SQLException {
        try (PreparedStatement insert = prepare(CLOSE, budget, micros(nanos))) {
            insert.executeUpdate();
        }
    }

    List<Lent> lend(Priority priority, int wanted, long provisional, long loan) throws SQLException {
        boolean batch = priority == Priority.BATCH;
        int cap = batch ? allowance.batchSlots() : Integer.MAX_VALUE;
        List<Lent> lent = new ArrayList<>();
        try (PreparedStatement update = prepare(
                        LEND,
                        budget,
                        allowance.slots(),
                        budget,
                        wanted,
                        cap,
                        budget,
                        micros(provisional),
                        loan,
                        batch,
                        budget);
                ResultSet slots = update.executeQuery()) {
            while (slots.next()) {
                lent.add(new Lent(slots.getInt(1), loan, priority));
            }
        }
        return lent;
    }

    /** Makes so many slots, or a tenth of all, that nobody has used yet; false when there are none. */
    boolean grow(int missing) throws SQLException {
        int count = Math.max(missing, allowance.slots() / 10);
        try (PreparedStatement insert = prepare(GROW, budget, allowance.slots(), budget, count)) {
            return insert.executeUpdate() > 0;
        }
    }

    Answer answer(List<Lent> lent) throws SQLException {
        try (PreparedStatement select =
                        prepare(STATE, budget, micros(allowance.cooling()), budget, allowance.slots());
                ResultSet state = select.executeQuery()) {
            state.next();
            boolean canGrow = state.getInt(1) < allowance.slots();
            boolean batchFull = state.getInt(2) >= allowance.batchSlots();
            long next = canGrow ? 0 : Math.max(0, state.getLong(3));
            long nextBatch = batchFull ? Math.max(next, state.getLong(4)) : next;
            return new Answer(lent, next * 1_000, nextBatch * 1_000, Math.max(0, state.getLong(5)) * 1_000);
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
