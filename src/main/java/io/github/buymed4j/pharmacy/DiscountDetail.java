package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an item's price is reduced by. Each value is null where the platform left it out, each list empty. */
public record DiscountDetail(@Nullable BigDecimal totalDiscount, List<VoucherDetail> voucherDetails) {

    public DiscountDetail {
        voucherDetails = Elements.of(voucherDetails);
    }
}
