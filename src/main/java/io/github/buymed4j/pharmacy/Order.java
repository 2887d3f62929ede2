package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as lists show it. Each value is null where the platform left it out; amounts are in VND.
 *
 * @param status DRAFT, PENDING, CONFIRMED, PROCESSING, SHIPPING, COMPLETED, CANCELLED, ON_HOLD, or one not known yet
 */
public record Order(
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
        @Nullable Long totalQuantity,
        @Nullable Invoice invoice,
        @Nullable String warehouseCode,
        @Nullable String warehouseName,
        @Nullable String source,
        @Nullable List<String> tags) {}
