package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A lot that an item is taken from. Each value is null where the platform left it out.
 *
 * @param expiredDate as it came: its format is not documented
 */
public record LotDate(
        @Nullable String expiredDate,
        @Nullable Boolean isNearExpired,
        @Nullable String lot,
        @Nullable BigDecimal quantity) {}
