package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** One item of an order. */
final class OrderItemJson {
    private static final String SELLER = "BUYMED";

    private OrderItemJson() {}

    static JsonObjectBuilder of(Order order, OrderLine line) {
        JsonObjectBuilder json = JsonText.object();
        identity(json, order, line);
        discount(json, order, line);
        campaign(json, order, line);
        stock(json, line);
        seller(json, line);
        sku(json, line);
        return json;
    }

    private static void identity(JsonObjectBuilder json, Order order, OrderLine line) {
        json.add("itemCode", order.code() + "-" + (line.position() + 1))
                .add("productCode", line.product().code())
                .add("productID", line.product().id())
                .add("quantity", line.quantity())
                .add("price", line.product().price())
                .add("totalPrice", line.total())
                .add("type", "NORMAL")
                .add("unit", line.product().unit())
                .add("page", "/san-pham/" + line.product().slug())
                .add("cartItemCreatedTime", Times.write(order.createdMillis() - 300_000))
                .add("point", line.total() / 100_000)
                .add("pointMultiplier", 1);
    }

    private static void discount(JsonObjectBuilder json, Order order, OrderLine line) {
        BigDecimal discount = share(order, line);
        BigDecimal perUnit = discount.divide(BigDecimal.valueOf(line.quantity()), 2, RoundingMode.HALF_UP);
        JsonArrayBuilder vouchers = JsonText.array();
        if (order.hasVoucher()) {
            vouchers.add(JsonText.object()
                    .add("voucherCode", "GIAM5")
                    .add("discountValue", discount)
                    .add("isApply", true)
                    .add("sellerCodes", JsonText.array(List.of(SELLER))));
        }
        json.add(
                        "discountDetail",
                        JsonText.object().add("totalDiscount", discount).add("voucherDetails", vouchers))
                .add("actualInvoiceVoucherAmountBySKU", discount)
                .add(
                        "priceAfterDiscount",
                        BigDecimal.valueOf(line.product().price()).subtract(perUnit))
                .add("voucherAmountBySKUUnit", perUnit);
    }

    /** The item's part of the order's discount: not always a whole amount. */
    private static BigDecimal share(Order order, OrderLine line) {
        return BigDecimal.valueOf(order.discount())
                .multiply(BigDecimal.valueOf(line.total()))
                .divide(BigDecimal.valueOf(order.goods()), 2, RoundingMode.HALF_UP);
    }

    private static void campaign(JsonObjectBuilder json, Order order, OrderLine line) {
        boolean campaign = order.id() % 2 == 0;
        json.add("campaignCode", campaign ? "CHIEN_DICH_T10" : "")
                .add("campaignPricingType", campaign ? "PERCENTAGE" : "")
                .add("chargeCampaignFeeValue", campaign ? 1.5 : 0)
                .add("dealCode", "")
                .add("eventScreen", "product_list")
                .add("eventSource", "search")
                .add("fee", fee(line));
    }

    private static JsonObjectBuilder fee(OrderLine line) {
        BigDecimal service = BigDecimal.valueOf(line.product().price()).movePointLeft(2);
        return JsonText.object()
                .add(
                        "parameters",
                        JsonText.object()
                                .add("PHI_DICH_VU", new BigDecimal("0.01"))
                                .add("SO_LUONG", line.quantity()))
                .add("price", line.product().price())
                .add(
                        "result",
                        JsonText.array()
                                .add(JsonText.object()
                                        .add("feeCode", "PHI_DICH_VU")
                                        .add("feeType", "PERCENTAGE")
                                        .add("feeValue", service)));
    }

    private static void stock(JsonObjectBuilder json, OrderLine line) {
        int first = (line.quantity() + 1) / 2;
        JsonArrayBuilder lots = JsonText.array().add(lot("LO2410A", "2027-06-30T00:00:00.000Z", false, first));
        if (line.quantity() > first) {
            lots.add(lot("LO2404B", "2025-03-31T00:00:00.000Z", true, line.quantity() - first));
        }
        json.add("invoiceQuantity", line.quantity())
                .add("lotDates", lots)
                .add("maxQuantity", 500)
                .add("reservedQuantity", line.quantity())
                .add("noneVat", false)
                .add("vat", 5);
    }

    private static JsonObjectBuilder lot(String lot, String expires, boolean near, int quantity) {
        return JsonText.object()
                .add("expiredDate", expires)
                .add("isNearExpired", near)
                .add("lot", lot)
                .add("quantity", quantity);
    }

    private static void seller(JsonObjectBuilder json, OrderLine line) {
        json.add("sellerClass", "INTERNAL")
                .add("sellerCode", SELLER)
                .add("sellerPrice", line.product().price())
                .add("totalSellerPrice", line.total())
                .add("storeCode", "CUA_HANG_01");
    }

    private static void sku(JsonObjectBuilder json, OrderLine line) {
        String sku = SELLER + "." + line.product().code();
        json.add("sku", sku)
                .add("skuContractCode", "HD2024")
                .add("skuContractDetailCode", "HD2024-" + line.product().code())
                .add("skuLevel", "LEVEL_1")
                .add("skuPriceType", "FIXED_PRICE")
                .add("skuStatus", "NORMAL")
                .add("skuUnit", line.product().unit())
                .add("skuVersion", "v1")
                .add("skus", JsonText.array(List.of(sku)));
    }
}
