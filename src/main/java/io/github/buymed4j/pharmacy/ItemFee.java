package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fees on an item. Values missing in the reply are null, missing lists empty.
 *
 * @param parameters the values from which the fees were computed, by the platform's names
 */
public record ItemFee(
        Map<String, BigDecimal> parameters, @Nullable BigDecimal price, List<FeeResult> result) {

    public ItemFee {
        result = Elements.of(result);
        parameters = Elements.of(parameters);
    }
}
