package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Orders by time of creation, which never changes. Each request asks from the time of the last order on, so that neither new
 * orders, nor orders that leave or enter the filter, move the place where it goes on.
 */
record OrderListing(Platform platform, OrderQuery query) implements Listing<Order> {

    OrderListing {
        if (query.sort() != null) {
            throw new IllegalArgumentException("a scan has its own order, oldest first; give the query none");
        }
    }

    @Override
    public Page<Order> read(Mark from) {
        Instant start = from.time() == null ? query.fromDate() : from.time();
        return platform.orders(
                query.createdFrom(start).page(from.page()).limit(Page.LARGEST).sortedBy(OrderSort.OLDEST_FIRST));
    }

    @Override
    public String keyOf(Order order) {
        if (order.orderId() != null) {
            return order.orderId().toString();
        }
        if (order.orderCode() != null) {
            return order.orderCode();
        }
        throw new UnreadableReplyException("it has an order without orderId and orderCode");
    }

    @Override
    public @Nullable Instant timeOf(Order order) {
        return order.createdTime();
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(
                "orders", query.fromDate(), query.toDate(), query.status(), query.customerPhone(), query.orderCode());
    }
}
