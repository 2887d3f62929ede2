package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.Envelope;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.GenericType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All data of one order: the fields of an {@link Order} and many more, named as in the platform's JSON. Values missing
 * in the reply are null, missing lists empty. Amounts are in VND and need not be whole.
 *
 * @param status the platform's text, see {@link #knownStatus()}
 * @param confirmationDate as received; its format is not documented
 * @param deliveryDate as received; its format is not documented
 */
public record OrderDetail(
        @Nullable Long accountId,
        @Nullable String orderCode,
        @Nullable Long orderId,
        @Nullable Instant createdTime,
        @Nullable String status,
        @Nullable String customerName,
        @Nullable String customerPhone,
        @Nullable String customerEmail,
        @Nullable String customerLevel,
        @Nullable String deliveryMethod,
        @Nullable BigDecimal deliveryMethodFee,
        @Nullable String paymentMethod,
        @Nullable BigDecimal totalPrice,
        @Nullable BigDecimal totalDiscount,
        @Nullable BigDecimal totalQuantity,
        Order.@Nullable Invoice invoice,
        @Nullable String warehouseCode,
        @Nullable String warehouseName,
        @Nullable String source,
        List<String> tags,
        List<OrderItem> orderItems,
        @Nullable String autoConfirmNote,
        @Nullable Boolean canClickActiveButton,
        @Nullable Boolean canClickCancelButton,
        @Nullable Boolean canClickHoldButton,
        @Nullable String confirmType,
        @Nullable String confirmationDate,
        @Nullable Long createdByAccountId,
        @Nullable String customerCode,
        @Nullable String customerDistrictCode,
        @Nullable Long customerId,
        @Nullable Long customerOrderIndex,
        @Nullable String customerProvinceCode,
        @Nullable String customerRegionCode,
        @Nullable String customerScope,
        @Nullable String customerShippingAddress,
        List<String> customerTags,
        @Nullable String customerWardCode,
        @Nullable String deliveryDate,
        @Nullable String districtCode,
        @Nullable BigDecimal extraFee,
        List<String> flattenLocation,
        @Nullable Boolean hasCampaign,
        @Nullable BigDecimal holdOrderProcessingTime,
        @Nullable Boolean isSplitDeliveryOrder,
        @Nullable Instant lastUpdatedTime,
        @Nullable BigDecimal paymentMethodPercentage,
        @Nullable String privateNote,
        List<RedeemResult> redeemApplyResult,
        List<String> redeemCode,
        @Nullable String saleOrderCode,
        @Nullable Instant saleOrderCreatedTime,
        @Nullable String saleOrderStatus,
        @Nullable SourceDetail sourceDetail,
        @Nullable String systemDisplay,
        @Nullable BigDecimal totalFee,
        @Nullable BigDecimal totalItem,
        @Nullable Long transactionID) {

    /** Copies the lists. */
    public OrderDetail {
        tags = Elements.of(tags);
        orderItems = Elements.of(orderItems);
        customerTags = Elements.of(customerTags);
        flattenLocation = Elements.of(flattenLocation);
        redeemApplyResult = Elements.of(redeemApplyResult);
        redeemCode = Elements.of(redeemCode);
    }

    /** An order from the platform's JSON, for unit tests: {@code {"orderId": 17}}. */
    public static OrderDetail fromJson(String json) {
        return RecordJson.read(new GenericType<Envelope<OrderDetail>>() {}, json);
    }

    /** The status, unless it is missing or one that this version does not know. */
    public Optional<OrderStatus> knownStatus() {
        return OrderStatus.of(status);
    }

    /**
     * The result of redeeming a voucher code. Values missing in the reply are null, missing lists empty.
     *
     * @param gifts documented only as null; returned as received
     */
    public record RedeemResult(
            @Nullable String autoApply,
            @Nullable Boolean canUse,
            @Nullable String code,
            @Nullable BigDecimal discountValue,
            @Nullable JsonValue gifts,
            @Nullable String message,
            @Nullable String name,
            List<String> notApplySkus,
            @Nullable String sellerCode,
            List<String> sellerCodes) {

        /** Copies the lists. */
        public RedeemResult {
            gifts = JsonValue.NULL.equals(gifts) ? null : gifts;
            notApplySkus = Elements.of(notApplySkus);
            sellerCodes = Elements.of(sellerCodes);
        }
    }

    /** The device from which an order was placed. Values missing in the reply are null. */
    public record SourceDetail(
            @Nullable String browser,
            @Nullable String browserVersion,
            @Nullable String ip,
            @Nullable String os,
            @Nullable String osVersion,
            @Nullable String platform) {}
}
