package io.github.buymed4j.sandbox.pharmacy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The orders of the pharmacies. Those made for no pharmacy in particular are seen by every one that has none of its own.
 * Readers never wait. Thread-safe.
 */
public final class Orders {
    /** Stands for the pharmacies without orders of their own. */
    public static final String ANYBODY = "";

    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
    private volatile DateReading reading = DateReading.INCLUSIVE;
    private final AtomicLong lastId = new AtomicLong(1_000_000);

    /** Makes orders, spread evenly from {@code from} to {@code to}; an empty status: a mixture. Returns the first number. */
    public long make(String account, int count, Instant from, Instant to, String status) {
        Order[] batch = new Order[count];
        long span = to.toEpochMilli() - from.toEpochMilli();
        long[] firstId = new long[1];
        shelves.compute(account, (key, shelf) -> {
            firstId[0] = lastId.getAndAdd(count) + 1;
            for (int i = 0; i < count; i++) {
                long offset = count == 1 ? 0 : (long) ((double) span * i / (count - 1));
                batch[i] = new Order(firstId[0] + i, from.toEpochMilli() + offset, status);
            }
            return (shelf == null ? Shelf.EMPTY : shelf).with(batch);
        });
        return firstId[0];
    }

    public void clear() {
        shelves.clear();
    }

    /** False when there is no such order. */
    public boolean changeStatus(long id, String status, Instant now) {
        Optional<Order> order = shelves.values().stream()
                .flatMap(shelf -> shelf.find(id).stream())
                .findFirst();
        order.ifPresent(found -> found.changeStatus(status, now.toEpochMilli()));
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
}
