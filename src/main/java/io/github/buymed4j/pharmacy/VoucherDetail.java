package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The share of one voucher in an item's discount. Values missing in the reply are null, missing lists empty. */
public record VoucherDetail(
        @Nullable String voucherCode,
        @Nullable BigDecimal discountValue,
        @Nullable Boolean isApply,
        List<String> sellerCodes) {

    public VoucherDetail {
        sellerCodes = Elements.of(sellerCodes);
    }
}
