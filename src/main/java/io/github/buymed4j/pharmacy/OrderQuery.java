package io.github.buymed4j.pharmacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A query for one page of orders. Values that the platform would refuse are rejected here, before a request is sent.
 *
 * <pre>
 * OrderQuery.first().limit(100).status(OrderStatus.CONFIRMED).createdFrom(yesterday)
 * </pre>
 *
 * @param page counts from 1
 * @param limit 1 to 100 orders a page
 * @param fromDate the earliest time of creation
 * @param toDate the latest time of creation
 * @param status the platform's text
 * @param sort null means newest first
 */
public record OrderQuery(
        int page,
        int limit,
        @Nullable Instant fromDate,
        @Nullable Instant toDate,
        @Nullable String status,
        @Nullable String customerPhone,
        @Nullable String orderCode,
        @Nullable Sort sort) {

    /**
     * Checks the bounds, the order of the dates, and that no text is blank.
     *
     * @throws IllegalArgumentException if a value is none that the platform takes
     */
    public OrderQuery {
        Page.checkBounds(page, limit);
        if (fromDate != null && toDate != null && fromDate.isAfter(toDate)) {
            throw new IllegalArgumentException("fromDate " + fromDate + " is after toDate " + toDate);
        }
        checkText("status", status);
        checkText("customerPhone", customerPhone);
        checkText("orderCode", orderCode);
    }

    /** The first page of twenty, newest first. */
    public static OrderQuery first() {
        return new OrderQuery(1, 20, null, null, null, null, null, null);
    }

    /** Another page; the first one is 1. */
    public OrderQuery page(int page) {
        return new OrderQuery(page, limit, fromDate, toDate, status, customerPhone, orderCode, sort);
    }

    /** Another number of orders a page: 1 to 100. */
    public OrderQuery limit(int limit) {
        return new OrderQuery(page, limit, fromDate, toDate, status, customerPhone, orderCode, sort);
    }

    /** Orders created at this time or later; null means no limit. */
    public OrderQuery createdFrom(@Nullable Instant time) {
        return new OrderQuery(page, limit, time, toDate, status, customerPhone, orderCode, sort);
    }

    /** Orders created at this time or earlier; null means no limit. */
    public OrderQuery createdTo(@Nullable Instant time) {
        return new OrderQuery(page, limit, fromDate, time, status, customerPhone, orderCode, sort);
    }

    /** Orders of this status only. */
    public OrderQuery status(OrderStatus status) {
        return status(status.name());
    }

    /** For a status that {@link OrderStatus} does not know. */
    public OrderQuery status(String status) {
        return new OrderQuery(page, limit, fromDate, toDate, status, customerPhone, orderCode, sort);
    }

    /** Orders of the customer with this phone number only. */
    public OrderQuery customerPhone(String phone) {
        return new OrderQuery(page, limit, fromDate, toDate, status, phone, orderCode, sort);
    }

    /** The order with this code only. */
    public OrderQuery orderCode(String code) {
        return new OrderQuery(page, limit, fromDate, toDate, status, customerPhone, code, sort);
    }

    /** Another order of the list. */
    public OrderQuery sortedBy(Sort sort) {
        return new OrderQuery(page, limit, fromDate, toDate, status, customerPhone, orderCode, sort);
    }

    private static void checkText(String name, @Nullable String text) {
        if (text != null && text.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
    }

    /** The sort order of a list of orders. */
    public enum Sort {
        /** By the time of creation, ascending. */
        OLDEST_FIRST("createdTime", "ASC"),
        /** By the time of creation, descending. */
        NEWEST_FIRST("createdTime", "DESC"),
        /** By the total price, ascending. */
        CHEAPEST_FIRST("totalPrice", "ASC"),
        /** By the total price, descending. */
        DEAREST_FIRST("totalPrice", "DESC");

        private final String sortBy;
        private final String sortOrder;

        Sort(String sortBy, String sortOrder) {
            this.sortBy = sortBy;
            this.sortOrder = sortOrder;
        }

        String sortBy() {
            return sortBy;
        }

        String sortOrder() {
            return sortOrder;
        }
    }
}
