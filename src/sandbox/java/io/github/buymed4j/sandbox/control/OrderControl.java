package io.github.buymed4j.sandbox.control;

import io.github.buymed4j.sandbox.accounts.Accounts;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.json.JsonText;
import io.github.buymed4j.sandbox.pharmacy.Orders;
import io.github.buymed4j.sandbox.pharmacy.Products;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;

/** Makes orders and products, and moves orders on. */
final class OrderControl {
    private static final long MOST = 5_000_000;

    private final Orders orders;
    private final Products products;
    private final Accounts accounts;
    private final Clock clock;

    OrderControl(Orders orders, Products products, Accounts accounts, Clock clock) {
        this.orders = orders;
        this.products = products;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** {@code {count, from, to, account, status}}; without times they are created now. */
    JsonObjectBuilder make(Fields fields) {
        int count = (int) fields.whole("count", 1, 1, MOST);
        Instant to = fields.time("to", clock.instant());
        Instant from = fields.time("from", to);
        if (from.isAfter(to)) {
            throw Fields.wrong("from", "before to");
        }
        String account =
                fields.text("account").map(key -> accounts.named(key).key()).orElse(Orders.ANYBODY);
        long first = orders.make(account, count, from, to, fields.text("status").orElse(""));
        return JsonText.object()
                .add("count", count)
                .add("firstOrderId", first)
                .add("lastOrderId", first + count - 1)
                .add("from", from.toString())
                .add("to", to.toString());
    }

    JsonObjectBuilder changeStatus(String orderId, Fields fields) {
        String status = fields.text("status").orElseThrow(() -> Fields.wrong("status", "there"));
        if (!orderId.matches("[0-9]{1,18}") || !orders.changeStatus(Long.parseLong(orderId), status, clock.instant())) {
            throw Refusal.notFound("đơn hàng");
        }
        return JsonText.object().add("orderId", Long.parseLong(orderId)).add("status", status);
    }

    JsonObjectBuilder clear() {
        orders.clear();
        return JsonText.object().add("orders", 0);
    }

    /** {@code {count}} more. */
    JsonObjectBuilder makeProducts(Fields fields) {
        return JsonText.object().add("products", products.add((int) fields.whole("count", 1, 1, MOST)));
    }
}
