package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** An order as it stands in lists. */
final class OrderJson {
    private OrderJson() {}

    static JsonObjectBuilder of(Order order, Account account) {
        JsonObjectBuilder json = JsonText.object();
        head(json, order, account);
        customer(json, Customer.of(order.id()));
        money(json, order);
        json.add("invoice", invoice(order, account))
                .add("warehouseCode", "KHO_HCM01")
                .add("warehouseName", "Kho trung tâm Thành phố Hồ Chí Minh")
                .add("source", order.id() % 4 == 0 ? "mobile-app" : "thuocsi-web")
                .add("tags", JsonText.array(order.hasVoucher() ? List.of("KHUYEN_MAI", "GIAO_NHANH") : List.of()));
        return json;
    }

    private static void head(JsonObjectBuilder json, Order order, Account account) {
        json.add("accountId", account.number())
                .add("orderCode", order.code())
                .add("orderId", order.id())
                .add("createdTime", Times.write(order.createdMillis()))
                .add("status", order.status());
    }

    private static void customer(JsonObjectBuilder json, Customer customer) {
        json.add("customerName", customer.name())
                .add("customerPhone", customer.phone())
                .add("customerEmail", customer.email())
                .add("customerLevel", customer.index() % 2 == 0 ? "LEVEL_GOLD" : "LEVEL_SILVER");
    }

    private static void money(JsonObjectBuilder json, Order order) {
        json.add("deliveryMethod", "DELIVERY_PLATFORM_NORMAL")
                .add("deliveryMethodFee", order.deliveryFee())
                .add("paymentMethod", order.id() % 2 == 0 ? "PAYMENT_METHOD_NORMAL" : "PAYMENT_METHOD_BANK")
                .add("totalPrice", order.totalPrice())
                .add("totalDiscount", order.discount())
                .add("totalQuantity", order.totalQuantity());
    }

    private static JsonObjectBuilder invoice(Order order, Account account) {
        return JsonText.object()
                .add("companyName", "Hộ kinh doanh " + account.name())
                .add("companyAddress", Customer.of(order.id()).address())
                .add("taxCode", "03" + (10_000_000 + account.number()))
                .add("email", account.email())
                .add("invoiceRequest", order.id() % 5 != 0);
    }
}
