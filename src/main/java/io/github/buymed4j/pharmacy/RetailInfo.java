package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a product's buyers are told. Each value is null where the platform left it out. */
public record RetailInfo(
        @Nullable String retailProductDescription, @Nullable BigDecimal retailRefPrice) {}
