package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** One order with all that the platform tells of it. */
final class OrderDetailJson {
    private static final long CONFIRMED_AFTER = 600_000;
    private static final long DELIVERED_AFTER = 172_800_000;

    private OrderDetailJson() {}

    static JsonObject of(Order order, Account account) {
        JsonObjectBuilder json = OrderJson.of(order, account);
        JsonArrayBuilder items = JsonText.array();
        order.lines().forEach(line -> items.add(OrderItemJson.of(order, line)));
        json.add("orderItems", items);
        confirmation(json, order, account);
        customer(json, order, account);
        place(json, order);
        money(json, order);
        sale(json, order);
        return json.build();
    }

    private static void confirmation(JsonObjectBuilder json, Order order, Account account) {
        boolean open = List.of("DRAFT", "PENDING").contains(order.status());
        json.add("autoConfirmNote", "Tự động xác nhận sau 10 phút")
                .add("canClickActiveButton", order.status().equals("ON_HOLD"))
                .add("canClickCancelButton", open)
                .add("canClickHoldButton", open)
                .add("confirmType", "AUTO")
                .add("confirmationDate", Times.write(order.createdMillis() + CONFIRMED_AFTER))
                .add("createdByAccountId", account.number())
                .add("deliveryDate", Times.write(order.createdMillis() + DELIVERED_AFTER))
                .add("lastUpdatedTime", Times.write(order.updatedMillis()))
                .add("holdOrderProcessingTime", order.status().equals("ON_HOLD") ? 24 : 0)
                .add("isSplitDeliveryOrder", order.id() % 11 == 0)
                .add("privateNote", "Gọi trước khi giao, giao giờ hành chính");
    }

    private static void customer(JsonObjectBuilder json, Order order, Account account) {
        Customer customer = Customer.of(order.id());
        json.add("customerCode", "KH" + account.number())
                .add("customerId", account.number())
                .add("customerOrderIndex", order.id() % 1000)
                .add("customerDistrictCode", customer.districtCode())
                .add("customerProvinceCode", customer.provinceCode())
                .add("customerRegionCode", "MIENNAM")
                .add("customerScope", "PHARMACY")
                .add("customerShippingAddress", customer.address())
                .add("customerTags", JsonText.array(List.of("KHACH_THAN_THIET")))
                .add("customerWardCode", customer.wardCode());
    }

    private static void place(JsonObjectBuilder json, Order order) {
        Customer customer = Customer.of(order.id());
        json.add("districtCode", customer.districtCode())
                .add(
                        "flattenLocation",
                        JsonText.array(List.of(customer.provinceCode(), customer.districtCode(), customer.wardCode())))
                .add(
                        "sourceDetail",
                        JsonText.object()
                                .add("browser", "Chrome")
                                .add("browserVersion", "129.0")
                                .add("ip", "203.0.113.7")
                                .add("os", "Windows")
                                .add("osVersion", "11")
                                .add("platform", "WEB"))
                .add("systemDisplay", "BUYMED");
    }

    private static void money(JsonObjectBuilder json, Order order) {
        JsonArrayBuilder results = JsonText.array();
        if (order.hasVoucher()) {
            results.add(redeemResult(order));
        }
        json.add("extraFee", 0)
                .add("hasCampaign", order.id() % 2 == 0)
                .add("paymentMethodPercentage", 0)
                .add("redeemApplyResult", results)
                .add("redeemCode", JsonText.array(order.hasVoucher() ? List.of("GIAM5") : List.of()))
                .add("totalFee", order.deliveryFee())
                .add("totalItem", order.lines().size())
                .add("transactionID", 7_000_000 + order.id());
    }

    private static JsonObjectBuilder redeemResult(Order order) {
        return JsonText.object()
                .add("autoApply", "false")
                .add("canUse", true)
                .add("code", "GIAM5")
                .add("discountValue", order.discount())
                .addNull("gifts")
                .add("message", "Áp dụng thành công: giảm 5%, tối đa 50.000đ")
                .add("name", "Giảm 5% cho nhà thuốc")
                .add("notApplySkus", JsonText.array())
                .add("sellerCode", "BUYMED")
                .add("sellerCodes", JsonText.array(List.of("BUYMED")));
    }

    private static void sale(JsonObjectBuilder json, Order order) {
        json.add("saleOrderCode", "S" + order.code())
                .add("saleOrderCreatedTime", Times.write(order.createdMillis() + CONFIRMED_AFTER))
                .add("saleOrderStatus", order.status());
    }
}
