package io.github.buymed4j.pharmacy;

/**
 * Which orders, newest first.
 *
 * @param page counts from 1
 * @param limit 1 to 100 orders a page
 */
public record OrderQuery(int page, int limit) {

    public OrderQuery {
        PageBounds.check(page, limit);
    }

    /** The first page of twenty. */
    public static OrderQuery first() {
        return new OrderQuery(1, 20);
    }
}
