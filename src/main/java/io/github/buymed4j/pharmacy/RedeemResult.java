package io.github.buymed4j.pharmacy;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of redeeming a voucher code. Values missing in the reply are null, missing lists empty.
 *
 * @param gifts documented only as null; returned as received
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
