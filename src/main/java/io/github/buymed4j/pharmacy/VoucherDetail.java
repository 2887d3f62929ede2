package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A voucher's part in an item's discount. Each value is null where the platform left it out, each list empty. */
public record VoucherDetail(
        @Nullable String voucherCode,
        @Nullable BigDecimal discountValue,
        @Nullable Boolean isApply,
        List<String> sellerCodes) {

    public VoucherDetail {
        sellerCodes = Elements.of(sellerCodes);
    }
}
