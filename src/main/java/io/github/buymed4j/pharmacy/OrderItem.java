package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        @Nullable Fee fee,
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

    /** Copies the lists. */
    public OrderItem {
        lotDates = Elements.of(lotDates);
        skus = Elements.of(skus);
    }

    /** The discounts on an item's price. Values missing in the reply are null, missing lists empty. */
    public record DiscountDetail(@Nullable BigDecimal totalDiscount, List<VoucherDetail> voucherDetails) {

        /** Copies the list. */
        public DiscountDetail {
            voucherDetails = Elements.of(voucherDetails);
        }
    }

    /** The share of one voucher in an item's discount. Values missing in the reply are null, missing lists empty. */
    public record VoucherDetail(
            @Nullable String voucherCode,
            @Nullable BigDecimal discountValue,
            @Nullable Boolean isApply,
            List<String> sellerCodes) {

        /** Copies the list. */
        public VoucherDetail {
            sellerCodes = Elements.of(sellerCodes);
        }
    }

    /**
     * The fees on an item. Values missing in the reply are null, missing lists empty.
     *
     * @param parameters the values from which the fees were computed, by the platform's names
     */
    public record Fee(
            Map<String, BigDecimal> parameters, @Nullable BigDecimal price, List<FeeResult> result) {

        /** Copies list and map. */
        public Fee {
            result = Elements.of(result);
            parameters = Elements.of(parameters);
        }
    }

    /** One fee on an item. Values missing in the reply are null. */
    public record FeeResult(
            @Nullable String feeCode,
            @Nullable String feeType,
            @Nullable BigDecimal feeValue) {}

    /**
     * A lot that an item is taken from. Values missing in the reply are null.
     *
     * @param expiredDate as received; its format is not documented
     */
    public record LotDate(
            @Nullable String expiredDate,
            @Nullable Boolean isNearExpired,
            @Nullable String lot,
            @Nullable BigDecimal quantity) {}
}
