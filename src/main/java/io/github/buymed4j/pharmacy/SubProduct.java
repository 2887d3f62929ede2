package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product inside a combination. Values missing in the reply are null. */
public record SubProduct(
        @Nullable String code,
        @Nullable Long productID,
        @Nullable BigDecimal quantity) {}
