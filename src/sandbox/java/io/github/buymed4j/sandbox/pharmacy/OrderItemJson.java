package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.json.JsonTemplate;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** One item of an order. */
final class OrderItemJson {
    private static final JsonTemplate ITEM = JsonTemplate.of(OrderItemJson.class, "order-item.json");
    private static final JsonTemplate VOUCHER = JsonTemplate.of(OrderItemJson.class, "item-voucher.json");
    private static final JsonTemplate LOT = JsonTemplate.of(OrderItemJson.class, "item-lot.json");
    private static final BigDecimal CAMPAIGN_FEE = new BigDecimal("1.5");

    private OrderItemJson() {}

    static JsonObject of(Order order, OrderLine line) {
        Map<String, Object> values = new HashMap<>();
        values.put("order", order.code());
        values.put("number", line.position() + 1);
        values.put("quantity", line.quantity());
        values.put("total", line.total());
        values.put("points", line.total() / 100_000);
        values.put("inCart", Times.write(order.createdMillis() - 300_000));
        values.put("lots", lots(line));
        product(values, line.product());
        discount(values, order, line);
        campaign(values, order.hasCampaign());
        return ITEM.fill(values);
    }

    private static void product(Map<String, Object> values, Product product) {
        values.put("product", product.code());
        values.put("productId", product.id());
        values.put("price", product.price());
        values.put("serviceFee", BigDecimal.valueOf(product.price()).movePointLeft(2));
        values.put("unit", product.unit());
        values.put("slug", product.slug());
    }

    private static void discount(Map<String, Object> values, Order order, OrderLine line) {
        BigDecimal discount = share(order, line);
        BigDecimal perUnit = discount.divide(BigDecimal.valueOf(line.quantity()), 2, RoundingMode.HALF_UP);
        values.put("discount", discount);
        values.put("discountPerUnit", perUnit);
        values.put(
                "priceAfterDiscount", BigDecimal.valueOf(line.product().price()).subtract(perUnit));
        values.put(
                "vouchers",
                order.hasVoucher()
                        ? JsonText.array()
                                .add(VOUCHER.fill(Map.of("discount", discount)))
                                .build()
                        : JsonValue.EMPTY_JSON_ARRAY);
    }

    /** The item's part of the order's discount: not always a whole amount. */
    private static BigDecimal share(Order order, OrderLine line) {
        return BigDecimal.valueOf(order.discount())
                .multiply(BigDecimal.valueOf(line.total()))
                .divide(BigDecimal.valueOf(order.goods()), 2, RoundingMode.HALF_UP);
    }

    private static void campaign(Map<String, Object> values, boolean campaign) {
        values.put("campaign", campaign ? "CHIEN_DICH_T10" : "");
        values.put("campaignPricing", campaign ? "PERCENTAGE" : "");
        values.put("campaignFee", campaign ? CAMPAIGN_FEE : BigDecimal.ZERO);
    }

    private static JsonArray lots(OrderLine line) {
        int first = (line.quantity() + 1) / 2;
        JsonArrayBuilder lots = JsonText.array().add(lot("LO2410A", "2027-06-30T00:00:00.000Z", false, first));
        if (line.quantity() > first) {
            lots.add(lot("LO2404B", "2025-03-31T00:00:00.000Z", true, line.quantity() - first));
        }
        return lots.build();
    }

    private static JsonObject lot(String lot, String expires, boolean near, int quantity) {
        return LOT.fill(Map.of("lot", lot, "expires", expires, "near", near, "quantity", quantity));
    }
}
