package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.json.JsonTemplate;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An order as the platform writes it: in a list, and alone with all that is known of it. */
final class OrderJson {
    private static final JsonTemplate ORDER = JsonTemplate.of(OrderJson.class, "order.json");
    private static final JsonTemplate DETAIL = JsonTemplate.of(OrderJson.class, "order-detail.json");
    private static final JsonTemplate REDEEMED = JsonTemplate.of(OrderJson.class, "order-redeemed.json");
    private static final long CONFIRMED_AFTER = 600_000;
    private static final long DELIVERED_AFTER = 172_800_000;

    private OrderJson() {}

    static JsonObject listed(Order order, Account account) {
        return ORDER.fill(values(order, account));
    }

    static JsonObject detailed(Order order, Account account) {
        Map<String, Object> values = values(order, account);
        detail(values, order);
        return JsonText.object(ORDER.fill(values))
                .addAll(JsonText.object(DETAIL.fill(values)))
                .build();
    }

    private static Map<String, Object> values(Order order, Account account) {
        Map<String, Object> values = new HashMap<>();
        values.put("account.number", account.number());
        values.put("account.name", account.name());
        values.put("account.email", account.email());
        values.put("taxNumber", 10_000_000 + account.number());
        customer(values, Customer.of(order.id()));
        values.put("code", order.code());
        values.put("id", order.id());
        values.put("created", Times.write(order.createdMillis()));
        values.put("status", order.status());
        values.put("deliveryFee", order.deliveryFee());
        values.put("paymentMethod", order.id() % 2 == 0 ? "PAYMENT_METHOD_NORMAL" : "PAYMENT_METHOD_BANK");
        values.put("totalPrice", order.totalPrice());
        values.put("discount", order.discount());
        values.put("totalQuantity", order.totalQuantity());
        values.put("invoiceRequest", order.id() % 5 != 0);
        values.put("source", order.id() % 4 == 0 ? "mobile-app" : "thuocsi-web");
        values.put("tags", texts(order.hasVoucher(), "KHUYEN_MAI", "GIAO_NHANH"));
        return values;
    }

    private static void customer(Map<String, Object> values, Customer customer) {
        values.put("customer.name", customer.name());
        values.put("customer.phone", customer.phone());
        values.put("customer.email", customer.email());
        values.put("customer.level", customer.index() % 2 == 0 ? "LEVEL_GOLD" : "LEVEL_SILVER");
        values.put("customer.address", customer.address());
        values.put("customer.wardCode", customer.wardCode());
        values.put("customer.districtCode", customer.districtCode());
        values.put("customer.provinceCode", customer.provinceCode());
    }

    private static void detail(Map<String, Object> values, Order order) {
        boolean onHold = order.status().equals("ON_HOLD");
        values.put("onHold", onHold);
        values.put("holdHours", onHold ? 24 : 0);
        values.put("open", List.of("DRAFT", "PENDING").contains(order.status()));
        values.put("confirmed", Times.write(order.createdMillis() + CONFIRMED_AFTER));
        values.put("delivered", Times.write(order.createdMillis() + DELIVERED_AFTER));
        values.put("updated", Times.write(order.updatedMillis()));
        values.put("split", order.id() % 11 == 0);
        values.put("orderIndex", order.id() % 1000);
        values.put("campaign", order.hasCampaign());
        values.put("redeemed", redeemed(order));
        values.put("redeemCodes", texts(order.hasVoucher(), "GIAM5"));
        values.put("itemCount", order.lines().size());
        values.put("transaction", 7_000_000 + order.id());
        values.put("items", items(order));
    }

    private static JsonArray redeemed(Order order) {
        return order.hasVoucher()
                ? JsonText.array()
                        .add(REDEEMED.fill(Map.of("discount", order.discount())))
                        .build()
                : JsonValue.EMPTY_JSON_ARRAY;
    }

    private static JsonArray items(Order order) {
        JsonArrayBuilder items = JsonText.array();
        order.lines().forEach(line -> items.add(OrderItemJson.of(order, line)));
        return items.build();
    }

    private static JsonArray texts(boolean there, String... texts) {
        return there ? JsonText.array(List.of(texts)).build() : JsonValue.EMPTY_JSON_ARRAY;
    }
}
