package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item of an order. Values missing in the reply are null, missing lists empty. */
public record OrderItem(
        @Nullable String itemCode,
        @Nullable String productCode,
        @Nullable Long productID,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal price,
        @Nullable BigDecimal totalPrice,
        @Nullable DiscountDetail discountDetail,
        @Nullable BigDecimal actualInvoiceVoucherAmountBySKU,
        @Nullable String campaignCode,
        @Nullable String campaignPricingType,
        @Nullable Instant cartItemCreatedTime,
        @Nullable BigDecimal chargeCampaignFeeValue,
        @Nullable String dealCode,
        @Nullable String eventScreen,
        @Nullable String eventSource,
        @Nullable ItemFee fee,
        @Nullable BigDecimal invoiceQuantity,
        List<LotDate> lotDates,
        @Nullable BigDecimal maxQuantity,
        @Nullable Boolean noneVat,
        @Nullable String page,
        @Nullable BigDecimal point,
        @Nullable BigDecimal pointMultiplier,
        @Nullable BigDecimal priceAfterDiscount,
        @Nullable BigDecimal reservedQuantity,
        @Nullable String sellerClass,
        @Nullable String sellerCode,
        @Nullable BigDecimal sellerPrice,
        @Nullable String sku,
        @Nullable String skuContractCode,
        @Nullable String skuContractDetailCode,
        @Nullable String skuLevel,
        @Nullable String skuPriceType,
        @Nullable String skuStatus,
        @Nullable String skuUnit,
        @Nullable String skuVersion,
        List<String> skus,
        @Nullable String storeCode,
        @Nullable BigDecimal totalSellerPrice,
        @Nullable String type,
        @Nullable String unit,
        @Nullable BigDecimal vat,
        @Nullable BigDecimal voucherAmountBySKUUnit) {

    public OrderItem {
        lotDates = Elements.of(lotDates);
        skus = Elements.of(skus);
    }
}
