package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product inside a combination. Each value is null where the platform left it out. */
public record SubProduct(
        @Nullable String code,
        @Nullable Long productID,
        @Nullable BigDecimal quantity) {}
