package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product. Each value is null where the platform left it out. */
public record Product(
        @Nullable Long productID,
        @Nullable String code,
        @Nullable String name,
        @Nullable String slug,
        @Nullable String brand,
        @Nullable String unit,
        @Nullable String volume,
        @Nullable BigDecimal vat) {}
