package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.Envelope;
import jakarta.ws.rs.core.GenericType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as contained in lists. Values missing in the reply are null, missing lists empty. Amounts are in VND and
 * need not be whole.
 *
 * @param status the platform's text, see {@link #knownStatus()}
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
        @Nullable BigDecimal totalQuantity,
        @Nullable Invoice invoice,
        @Nullable String warehouseCode,
        @Nullable String warehouseName,
        @Nullable String source,
        List<String> tags) {

    /** Copies the list. */
    public Order {
        tags = Elements.of(tags);
    }

    /** An order from the platform's JSON, for unit tests: {@code {"orderId": 17}}. */
    public static Order fromJson(String json) {
        return RecordJson.read(new GenericType<Envelope<Order>>() {}, json);
    }

    /** The status, unless it is missing or one that this version does not know. */
    public Optional<OrderStatus> knownStatus() {
        return OrderStatus.of(status);
    }

    /** The recipient of an order's invoice. Values missing in the reply are null. */
    public record Invoice(
            @Nullable String companyName,
            @Nullable String companyAddress,
            @Nullable String taxCode,
            @Nullable String email,
            @Nullable Boolean invoiceRequest) {}
}
