package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A lot that an item is taken from. Values missing in the reply are null.
 *
 * @param expiredDate as received; its format is not documented
 */
public record LotDate(
        @Nullable String expiredDate,
        @Nullable Boolean isNearExpired,
        @Nullable String lot,
        @Nullable BigDecimal quantity) {}
