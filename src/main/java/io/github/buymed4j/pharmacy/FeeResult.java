package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One fee on an item. Values missing in the reply are null. */
public record FeeResult(
        @Nullable String feeCode,
        @Nullable String feeType,
        @Nullable BigDecimal feeValue) {}
