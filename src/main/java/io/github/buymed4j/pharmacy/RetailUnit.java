package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A unit in which a product is sold. Values missing in the reply are null.
 *
 * @param quantity the number of base units in it
 */
public record RetailUnit(
        @Nullable Boolean isBaseUnit,
        @Nullable Boolean isSale,
        @Nullable Integer level,
        @Nullable BigDecimal quantity,
        @Nullable String unit) {}
