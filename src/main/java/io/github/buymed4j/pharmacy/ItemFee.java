package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is charged on an item. Each value is null where the platform left it out, each list empty.
 *
 * @param parameters what the fees were computed from, by the platform's names for it
 */
public record ItemFee(
        Map<String, BigDecimal> parameters, @Nullable BigDecimal price, List<FeeResult> result) {

    public ItemFee {
        result = Elements.of(result);
        parameters = Elements.of(parameters);
    }
}
