package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Access to orders: one page, one order, or all. Thread-safe. A test double overrides what it needs; {@link #stream} and
 * {@link #scan} read by {@link #page}.
 */
public class Orders {

    private final Platform platform;

    /** For test doubles only. */
    @SuppressWarnings("NullAway")
    protected Orders() {
        platform = null;
    }

    Orders(Platform platform) {
        this.platform = platform;
    }

    /** One page. Spends one request; blocks until the reply is there. */
    public Page<Order> page(OrderQuery query) {
        OrderQuery.Sort sort = query.sort();
        Envelope<Order> reply = platform.shared(
                query,
                api -> api.orders(
                        query.page(),
                        query.limit(),
                        text(query.fromDate()),
                        text(query.toDate()),
                        query.status(),
                        query.customerPhone(),
                        query.orderCode(),
                        sort == null ? null : sort.sortBy(),
                        sort == null ? null : sort.sortOrder()));
        return Page.of(reply, query.page(), query.limit());
    }

    /**
     * All data of one order. Spends one request; blocks until the reply is there.
     *
     * @throws io.github.buymed4j.rest.reply.ResourceNotFoundException if there is no such order
     */
    public OrderDetail byId(long orderId) {
        String query = "{\"orderId\":" + orderId + "}";
        return platform.shared(List.of("order", orderId), api -> api.order(query))
                .first();
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
        return new Scan<>(new OrderListing(this, query));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
