package io.github.buymed4j.pharmacy;

import org.jspecify.annotations.Nullable;

/** The recipient of an order's invoice. Values missing in the reply are null. */
public record Invoice(
        @Nullable String companyName,
        @Nullable String companyAddress,
        @Nullable String taxCode,
        @Nullable String email,
        @Nullable Boolean invoiceRequest) {}
