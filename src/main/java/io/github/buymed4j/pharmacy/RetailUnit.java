package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A unit that a product is sold in. Each value is null where the platform left it out.
 *
 * @param quantity how many base units it is
 */
public record RetailUnit(
        @Nullable Boolean isBaseUnit,
        @Nullable Boolean isSale,
        @Nullable Integer level,
        @Nullable BigDecimal quantity,
        @Nullable String unit) {}
