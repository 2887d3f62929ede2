package io.github.buymed4j.pharmacy;

import org.jspecify.annotations.Nullable;

/** Whom an order's invoice is for. Each value is null where the platform left it out. */
public record Invoice(
        @Nullable String companyName,
        @Nullable String companyAddress,
        @Nullable String taxCode,
        @Nullable String email,
        @Nullable Boolean invoiceRequest) {}
