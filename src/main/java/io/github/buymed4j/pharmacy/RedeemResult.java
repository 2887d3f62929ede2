package io.github.buymed4j.pharmacy;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a voucher code that was redeemed. Each value is null where the platform left it out, each list empty.
 *
 * @param gifts documented as null only, so that it is given as it comes
 */
public record RedeemResult(
        @Nullable String autoApply,
        @Nullable Boolean canUse,
        @Nullable String code,
        @Nullable BigDecimal discountValue,
        @Nullable JsonValue gifts,
        @Nullable String message,
        @Nullable String name,
        List<String> notApplySkus,
        @Nullable String sellerCode,
        List<String> sellerCodes) {

    public RedeemResult {
        gifts = JsonValue.NULL.equals(gifts) ? null : gifts;
        notApplySkus = Elements.of(notApplySkus);
        sellerCodes = Elements.of(sellerCodes);
    }
}
