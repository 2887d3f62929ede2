package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders sorted by creation time, which never changes. Each request starts at the creation time of the last order
 * returned, so that orders that are created, or that enter or leave the filter, do not shift the position. The vendor
 * does not document how the platform interprets times: requests therefore cover more at both ends than is returned.
 */
record OrderListing(Orders orders, OrderQuery query) implements Listing<Order> {

    private static final Duration LONGEST_CUT = Duration.ofDays(1);

    OrderListing {
        if (query.sort() != null) {
            throw new IllegalArgumentException("a scan has its own order, oldest first; give the query none");
        }
    }

    @Override
    public Page<Order> read(ScanPosition from) {
        Instant start = from.start() == null ? justBefore(query.fromDate()) : from.start();
        return orders.page(query.createdTo(wellAfter(query.toDate()))
                .createdFrom(start)
                .page(from.page())
                .limit(from.limit())
                .sortedBy(OrderQuery.Sort.OLDEST_FIRST));
    }

    private static @Nullable Instant justBefore(@Nullable Instant time) {
        return time == null || time.equals(Instant.MIN) ? time : time.minusMillis(1);
    }

    private static @Nullable Instant wellAfter(@Nullable Instant time) {
        return time == null || time.isAfter(Instant.MAX.minus(LONGEST_CUT)) ? time : time.plus(LONGEST_CUT);
    }

    @Override
    public boolean isBeforeTheStart(Order order) {
        return order.createdTime() != null
                && query.fromDate() != null
                && order.createdTime().isBefore(query.fromDate());
    }

    @Override
    public boolean isPastTheEnd(Order order) {
        return order.createdTime() != null
                && query.toDate() != null
                && order.createdTime().isAfter(query.toDate());
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
    public List<@Nullable Object> identity() {
        return Arrays.asList(
                "orders",
                query.fromDate(),
                query.toDate(),
                query.status(),
                query.customerPhone() != null,
                query.orderCode() != null);
    }
}
