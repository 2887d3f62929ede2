package io.github.buymed4j.pharmacy;

import java.util.stream.Stream;

/** Access to orders: one page, one order, or all. Thread-safe. */
public final class Orders {

    private final Platform platform;

    Orders(Platform platform) {
        this.platform = platform;
    }

    /** One page. Spends one request; blocks until the reply is there. */
    public Page<Order> page(OrderQuery query) {
        return platform.orders(query);
    }

    /**
     * All data of one order. Spends one request; blocks until the reply is there.
     *
     * @throws io.github.buymed4j.rest.reply.ResourceNotFoundException if there is no such order
     */
    public OrderDetail byId(long orderId) {
        return platform.order(orderId);
    }

    /** All orders that match the query's filters, oldest first, read as by {@link #scan}. */
    public Stream<Order> stream(OrderQuery query) {
        return scan(query).stream();
    }

    /**
     * All orders that match the query's filters, oldest first, each once. An order that matches during the whole scan
     * is always included, even if others are created or changed meanwhile. Ends when it has caught up with the
     * platform.
     *
     * @param query its page and limit are not used
     * @throws IllegalArgumentException if the query has a sort order
     */
    public Scan<Order> scan(OrderQuery query) {
        return new Scan<>(new OrderListing(platform, query));
    }
}
