package io.github.buymed4j.quota;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What {@link JdbcSlotTable} does, in memory and virtual time; can be away. */
final class FakeSlotTable implements SlotTable {

    private final Time time;
    private final long hold;
    private final Map<String, Row[]> rows = new HashMap<>();
    private final Map<String, Long> closedUntil = new HashMap<>();
    private long loans;
    boolean away;
    int exchanges;

    FakeSlotTable(Time time, long hold) {
        this.time = time;
        this.hold = hold;
    }

    @Override
    public Answer exchange(String budget, Allowance allowance, Question question) throws SQLException {
        if (away) {
            throw new SQLException("away");
        }
        exchanges++;
        long now = time.nanos();
        Row[] slots = rows.computeIfAbsent(budget, name -> fresh(allowance.slots()));
        for (Returned returned : question.returned()) {
            Row row = slots[returned.lent().slot()];
            if (row.loan == returned.lent().loan()) {
                row.freeAt = now + returned.cooling();
                row.lent = false;
            }
        }
        closedUntil.merge(budget, now + question.closing(), Math::max);
        List<Lent> lent = new ArrayList<>();
        if (closedUntil.get(budget) <= now) {
            lend(slots, allowance, Priority.INTERACTIVE, question.interactive(), now, lent);
            lend(slots, allowance, Priority.BATCH, question.batch(), now, lent);
        }
        return answer(slots, allowance, lent, closedUntil.get(budget) - now, now);
    }

    private void lend(Row[] slots, Allowance allowance, Priority priority, int wanted, long now, List<Lent> lent) {
        int end = lent.size() + wanted;
        boolean batch = priority == Priority.BATCH;
        for (int i = 0; i < slots.length && lent.size() < end; i++) {
            boolean capped = batch && batch(slots, now) >= allowance.batchSlots();
            if (slots[i].freeAt <= now && !capped) {
                slots[i] = new Row(now + allowance.cooling() + hold, true, ++loans, batch);
                lent.add(new Lent(i, loans, priority));
            }
        }
    }

    private Answer answer(Row[] slots, Allowance allowance, List<Lent> lent, long closed, long now) {
        long next = LongStream.range(0, slots.length).map(i -> next(slots[(int) i], allowance, now)).min().orElseThrow();
        long nextBatch = batch(slots, now) < allowance.batchSlots()
                ? next
                : List.of(slots).stream()
                        .filter(row -> row.batch && row.freeAt > now)
                        .mapToLong(row -> next(row, allowance, now))
                        .min()
                        .orElseThrow();
        return new Answer(lent, Math.max(0, next - now), Math.max(0, nextBatch - now), Math.max(0, closed));
    }

    private static long next(Row row, Allowance allowance, long now) {
        return row.lent ? Math.min(row.freeAt, now + allowance.cooling()) : row.freeAt;
    }

    private static long batch(Row[] slots, long now) {
        return List.of(slots).stream().filter(row -> row.batch && row.freeAt > now).count();
    }

    private static Row[] fresh(int slots) {
        Row[] rows = new Row[slots];
        for (int i = 0; i < slots; i++) {
            rows[i] = new Row(0, false, 0, false);
        }
        return rows;
    }

    private static final class Row {
        private long freeAt;
        private boolean lent;
        private final long loan;
        private final boolean batch;

        Row(long freeAt, boolean lent, long loan, boolean batch) {
            this.freeAt = freeAt;
            this.lent = lent;
            this.loan = loan;
            this.batch = batch;
        }
    }
}
