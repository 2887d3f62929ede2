package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product's retail description and reference price. Values missing in the reply are null. */
public record RetailInfo(
        @Nullable String retailProductDescription, @Nullable BigDecimal retailRefPrice) {}
