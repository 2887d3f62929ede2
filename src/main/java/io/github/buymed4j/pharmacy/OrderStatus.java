package io.github.buymed4j.pharmacy;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statuses that the platform documents for orders. It announces that there will be more, so orders hold the status
 * as text, and documents the names alone.
 */
public enum OrderStatus {
    DRAFT,
    PENDING,
    CONFIRMED,
    PROCESSING,
    SHIPPING,
    COMPLETED,
    CANCELLED,
    ON_HOLD;

    static Optional<OrderStatus> of(@Nullable String text) {
        return Stream.of(values()).filter(status -> status.name().equals(text)).findFirst();
    }
}
