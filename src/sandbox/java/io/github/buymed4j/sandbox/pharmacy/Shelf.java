package io.github.buymed4j.sandbox.pharmacy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The orders at one moment, sorted. Immutable, but for the status of each order: adding makes a new shelf, which may
 * share the arrays and fill them further behind this one's end.
 */
final class Shelf {
    static final Shelf EMPTY = new Shelf(new Order[0], new Order[0], 0);
    private static final Comparator<Order> BY_TIME =
            Comparator.comparingLong(Order::createdMillis).thenComparingLong(Order::id);
    private static final Comparator<Order> BY_PRICE =
            Comparator.comparingLong(Order::totalPrice).thenComparingLong(Order::id);

    private final Order[] byId;
    private final Order[] byTime;
    private final int size;
    private volatile Order @Nullable [] byPrice;

    private Shelf(Order[] byId, Order[] byTime, int size) {
        this.byId = byId;
        this.byTime = byTime;
        this.size = size;
    }

    /** With a batch whose numbers are above all here, itself sorted by number and time. Only ever called on the newest. */
    Shelf with(Order[] batch) {
        if (batch.length == 0) {
            return this;
        }
        boolean inOrder = size == 0 || BY_TIME.compare(byTime[size - 1], batch[0]) < 0;
        return new Shelf(append(byId, batch), inOrder ? append(byTime, batch) : merge(batch), size + batch.length);
    }

    private Order[] append(Order[] array, Order[] batch) {
        int needed = size + batch.length;
        Order[] room = needed <= array.length ? array : Arrays.copyOf(array, Math.max(needed, needed + needed / 2));
        System.arraycopy(batch, 0, room, size, batch.length);
        return room;
    }

    private Order[] merge(Order[] batch) {
        Order[] merged = Arrays.copyOf(byTime, size + batch.length);
        System.arraycopy(batch, 0, merged, size, batch.length);
        Arrays.sort(merged, BY_TIME);
        return merged;
    }

    int size() {
        return size;
    }

    Order byTime(int index) {
        return byTime[index];
    }

    Order byPrice(int index) {
        Order[] sorted = byPrice;
        if (sorted == null) {
            sorted = Arrays.copyOf(byTime, size);
            Arrays.sort(sorted, BY_PRICE);
            byPrice = sorted;
        }
        return sorted[index];
    }

    /** How many were created before this time. */
    int countBefore(long millis) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byTime[middle].createdMillis() < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Optional<Order> find(long id) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = byId[middle].id();
            if (found == id) {
                return Optional.of(byId[middle]);
            }
            low = found < id ? middle + 1 : low;
            high = found < id ? high : middle - 1;
        }
        return Optional.empty();
    }
}
