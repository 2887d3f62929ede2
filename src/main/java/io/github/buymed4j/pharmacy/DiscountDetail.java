package io.github.buymed4j.pharmacy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The discounts on an item's price. Values missing in the reply are null, missing lists empty. */
public record DiscountDetail(@Nullable BigDecimal totalDiscount, List<VoucherDetail> voucherDetails) {

    public DiscountDetail {
        voucherDetails = Elements.of(voucherDetails);
    }
}
