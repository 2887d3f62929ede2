package io.github.buymed4j.quota;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What {@link PostgresTable} does, in memory and virtual time; can be away. */
final class FakeSlotTable implements SlotTable {

    private final Time time;
    private final Map<String, Row[]> rows = new HashMap<>();
    private final Map<String, Long> closedUntil = new HashMap<>();
    private long leases;
    boolean away;
    int questions;

    FakeSlotTable(Time time) {
        this.time = time;
    }

    @Override
    public Answer lend(SharedLimit limit, Priority priority) {
        reach();
        Row[] slots = slots(limit);
        boolean full = priority == Priority.BATCH
                && batch(slots).count() >= limit.limit().batchRequests();
        long closed = closedUntil.getOrDefault(limit.budget(), 0L);
        for (int i = 0; i < slots.length && !full && closed <= time.nanos(); i++) {
            if (slots[i].freeAt <= time.nanos()) {
                slots[i] = new Row(time.nanos() + limit.provisional(), ++leases, priority == Priority.BATCH);
                return Answer.lent(new SlotLease(i, leases));
            }
        }
        long next = (full ? batch(slots) : Stream.of(slots))
                .flatMapToLong(row -> LongStream.of(row.freeAt))
                .min()
                .orElseThrow();
        long nextReturn = Math.min(next, time.nanos() + limit.limit().cooling());
        return Answer.none(
                Math.max(1, Math.max(closed, nextReturn) - time.nanos()), Math.max(0, closed - time.nanos()));
    }

    @Override
    public void end(SharedLimit limit, SlotLease lease, long cooling) {
        reach();
        Row row = slots(limit)[lease.slot()];
        if (row.lease == lease.id()) {
            row.freeAt = time.nanos() + cooling;
        }
    }

    @Override
    public void close(SharedLimit limit, long wait) {
        reach();
        closedUntil.merge(limit.budget(), time.nanos() + wait, Math::max);
    }

    private void reach() {
        if (away) {
            throw new IllegalStateException("jdbc:postgresql://db/quota?password=withheld is away");
        }
        questions++;
    }

    private Row[] slots(SharedLimit limit) {
        return rows.computeIfAbsent(
                limit.budget(),
                name -> Stream.generate(() -> new Row(0, 0, false))
                        .limit(limit.limit().requests())
                        .toArray(Row[]::new));
    }

    private Stream<Row> batch(Row[] slots) {
        return Stream.of(slots).filter(row -> row.batch && row.freeAt > time.nanos());
    }

    private static final class Row {
        private long freeAt;
        private final long lease;
        private final boolean batch;

        Row(long freeAt, long lease, boolean batch) {
            this.freeAt = freeAt;
            this.lease = lease;
            this.batch = batch;
        }
    }
}
