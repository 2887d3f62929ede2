package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One fee on an item. Each value is null where the platform left it out. */
public record FeeResult(
        @Nullable String feeCode,
        @Nullable String feeType,
        @Nullable BigDecimal feeValue) {}
