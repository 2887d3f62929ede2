package io.github.buymed4j.bench.war;

import io.github.buymed4j.pharmacy.Order;
import io.github.buymed4j.pharmacy.OrderQuery;
import io.github.buymed4j.pharmacy.Pharmacy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** Reads the orders as a stream, and by page numbers as one would at first; notes what was lost and doubled, and the heap. */
@ApplicationScoped
public class WholeStream {

    private static final int EARLY = 10_000;
    private static final int LARGEST_PAGE = 100;
    private static final double MEGABYTE = 1 << 20;

    @Inject
    private Pharmacy pharmacy;

    private volatile double grown;
    private volatile int read;

    /** How many orders the stream lost of those with the ids from the first on, and how many of all it gave twice. */
    public int wrong(long first, int count) {
        BitSet seen = new BitSet(2 * count);
        int doubled = 0;
        int given = 0;
        long early = 0;
        for (Order order : pharmacy.orders().scan(OrderQuery.first())) {
            doubled += isNew(seen, order, first) ? 0 : 1;
            early = ++given == EARLY ? usedHeap() : early;
        }
        read = given;
        grown = (usedHeap() - early) / MEGABYTE;
        return doubled + count - seen.get(0, count).cardinality();
    }

    /** Megabytes by which the heap of the last {@link #wrong} grew after its ten thousandth order. */
    public double grown() {
        return grown;
    }

    /** How many orders the last {@link #wrong} gave. */
    public int read() {
        return read;
    }

    /** How many orders are given twice by so many pages by number, newest first. */
    public int wrongByNumbers(long first, int pages) {
        BitSet seen = new BitSet();
        List<Order> all = new ArrayList<>();
        long before = usedHeap();
        int doubled = 0;
        for (int page = 1; page <= pages; page++) {
            for (Order order : pharmacy.orders()
                    .page(OrderQuery.first().page(page).limit(LARGEST_PAGE))
                    .items()) {
                doubled += isNew(seen, order, first) ? 0 : 1;
                all.add(order);
            }
        }
        grown = (usedHeap() - before) / MEGABYTE;
        return all.size() == pages * LARGEST_PAGE ? doubled : Integer.MAX_VALUE;
    }

    private static boolean isNew(BitSet seen, Order order, long first) {
        int place = Math.toIntExact(Objects.requireNonNull(order.orderId()) - first);
        boolean isNew = !seen.get(place);
        seen.set(place);
        return isNew;
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
