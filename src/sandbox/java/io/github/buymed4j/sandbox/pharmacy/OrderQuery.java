package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.envelope.Page;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.http.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Which orders are asked for. Both ends of the time are included, as they are read. */
record OrderQuery(
        Page page,
        long fromMillis,
        long toMillis,
        Optional<String> status,
        Optional<String> customerPhone,
        Optional<String> orderCode,
        boolean byPrice,
        boolean ascending) {
    static OrderQuery of(Parameters parameters, DateReading reading) {
        Optional<Long> from = parameters.first("fromDate").map(Times::from);
        Optional<Long> to = parameters.first("toDate").map(Times::to);
        if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
            throw Refusal.invalid("INVALID_PARAMETER", "fromDate phải trước toDate");
        }
        return new OrderQuery(
                Page.of(parameters),
                from.map(reading::first).orElse(Long.MIN_VALUE),
                to.map(reading::last).orElse(Long.MAX_VALUE - 1),
                parameters.first("status"),
                parameters.first("customerPhone"),
                parameters.first("orderCode"),
                choice(parameters, "sortBy", "createdTime", "totalPrice"),
                choice(parameters, "sortOrder", "DESC", "ASC"));
    }

    /** Whether the other value than the usual one is given. */
    private static boolean choice(Parameters parameters, String name, String usual, String other) {
        String value = parameters.first(name).orElse(usual);
        if (!value.equals(usual) && !value.equals(other)) {
            throw Refusal.invalid("INVALID_PARAMETER", name + " phải là " + usual + " hoặc " + other);
        }
        return value.equals(other);
    }

    Slice<Order> select(Shelf shelf) {
        int low = byPrice ? 0 : shelf.countBefore(fromMillis);
        int high = byPrice ? shelf.size() : Math.max(low, shelf.countBefore(toMillis + 1));
        IntFunction<Order> sorted = byPrice ? shelf::byPrice : shelf::byTime;
        IntFunction<Order> inOrder = i -> sorted.apply(ascending ? low + i : high - 1 - i);
        return isPlain() ? slice(inOrder, high - low) : filter(inOrder, high - low);
    }

    private boolean isPlain() {
        boolean timed = byPrice && (fromMillis != Long.MIN_VALUE || toMillis != Long.MAX_VALUE - 1);
        return !timed && status.isEmpty() && customerPhone.isEmpty() && orderCode.isEmpty();
    }

    private Slice<Order> slice(IntFunction<Order> orders, int total) {
        List<Order> found = new ArrayList<>(page.limit());
        for (long i = page.offset(); i < Math.min(page.offset() + page.limit(), total); i++) {
            found.add(orders.apply((int) i));
        }
        return new Slice<>(found, total);
    }

    private Slice<Order> filter(IntFunction<Order> orders, int count) {
        List<Order> found = new ArrayList<>(page.limit());
        long total = 0;
        for (int i = 0; i < count; i++) {
            Order order = orders.apply(i);
            if (matches(order)) {
                if (total >= page.offset() && found.size() < page.limit()) {
                    found.add(order);
                }
                total++;
            }
        }
        return new Slice<>(found, total);
    }

    private boolean matches(Order order) {
        return order.createdMillis() >= fromMillis
                && order.createdMillis() <= toMillis
                && (status.isEmpty() || status.get().equals(order.status()))
                && (customerPhone.isEmpty()
                        || customerPhone.get().equals(Customer.of(order.id()).phone()))
                && (orderCode.isEmpty() || order.hasCode(orderCode.get()));
    }
}
