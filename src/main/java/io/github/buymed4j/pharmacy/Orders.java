package io.github.buymed4j.pharmacy;

import java.util.stream.Stream;

/** The orders: a page, one of them, or all. Thread-safe. */
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
     * All that the platform tells of one order. Spends one request.
     *
     * @throws io.github.buymed4j.rest.reply.ResourceNotFoundException when there is no such order
     */
    public OrderDetail byId(long orderId) {
        return platform.order(orderId);
    }

    /** All orders that the query's filters let through, oldest first, as {@link #scan} reads them. */
    public Stream<Order> stream(OrderQuery query) {
        return scan(query).stream();
    }

    /**
     * All orders that the query's filters let through, oldest first, each once. Orders that are created or change while they
     * are read make it lose none: what matches all the while is there. Ends where it has caught up with the platform.
     *
     * @param query its page and limit are not used
     * @throws IllegalArgumentException when the query has an order of its own
     */
    public Scan<Order> scan(OrderQuery query) {
        return new Scan<>(new OrderListing(platform, query));
    }
}
