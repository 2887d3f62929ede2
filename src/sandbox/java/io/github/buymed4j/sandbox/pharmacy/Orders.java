package io.github.buymed4j.sandbox.pharmacy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The orders of the pharmacies. Those made for no pharmacy in particular are seen by every one that has none of its own.
 * Readers never wait. Thread-safe.
 */
public final class Orders {
    /** Stands for the pharmacies without orders of their own. */
    public static final String ANYBODY = "";

    private final Queue<Batch> batches = new ConcurrentLinkedQueue<>();
    private final Map<Long, Change> changes = new ConcurrentHashMap<>();
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
    private volatile DateReading reading = DateReading.INCLUSIVE;
    private final AtomicLong lastId = new AtomicLong(1_000_000);

    /** Makes orders, spread evenly from {@code from} to {@code to}; an empty status: a mixture. Returns the first number. */
    public long make(String account, int count, Instant from, Instant to, String status) {
        return add(account, () -> new Batch(account, lastId.getAndAdd(count) + 1, count, from, to, status));
    }

    private long add(String account, Supplier<Batch> made) {
        long[] firstId = new long[1];
        shelves.compute(account, (key, shelf) -> {
            Batch batch = made.get();
            batches.add(batch);
            firstId[0] = batch.firstId;
            return (shelf == null ? Shelf.EMPTY : shelf).with(batch.orders());
        });
        return firstId[0];
    }

    public void clear() {
        shelves.clear();
        batches.clear();
        changes.clear();
    }

    /** How the orders were made. */
    public List<Batch> batches() {
        return List.copyOf(batches);
    }

    /** The last change of each order whose status was changed since. */
    public List<Change> changes() {
        return changes.values().stream()
                .sorted(Comparator.comparingLong(Change::orderId))
                .toList();
    }

    /** Makes the same orders again. */
    public void restore(List<Batch> made, List<Change> changed) {
        for (Batch batch : made) {
            add(batch.account, () -> batch);
            lastId.accumulateAndGet(batch.firstId + batch.count - 1, Math::max);
        }
        changed.forEach(change -> changeStatus(change.orderId, change.status, change.time));
    }

    /** False when there is no such order. */
    public boolean changeStatus(long id, String status, Instant now) {
        Optional<Order> order = shelves.values().stream()
                .flatMap(shelf -> shelf.find(id).stream())
                .findFirst();
        order.ifPresent(found -> {
            found.changeStatus(status, now.toEpochMilli());
            changes.put(id, new Change(id, status, now));
        });
        return order.isPresent();
    }

    /** From now on bounds in time are read so. */
    public void read(DateReading newReading) {
        reading = newReading;
    }

    DateReading reading() {
        return reading;
    }

    Shelf shelf(String account) {
        Shelf own = shelves.get(account);
        return own != null ? own : shelves.getOrDefault(ANYBODY, Shelf.EMPTY);
    }

    /** Orders that were made together; an empty status stands for a mixture. */
    public record Batch(String account, long firstId, int count, Instant from, Instant to, String status) {
        /** Spread evenly. */
        Order[] orders() {
            Order[] orders = new Order[count];
            long span = to.toEpochMilli() - from.toEpochMilli();
            for (int i = 0; i < count; i++) {
                long offset = count == 1 ? 0 : (long) ((double) span * i / (count - 1));
                orders[i] = new Order(firstId + i, from.toEpochMilli() + offset, status);
            }
            return orders;
        }
    }

    /** An order has another status since then. */
    public record Change(long orderId, String status, Instant time) {}
}
