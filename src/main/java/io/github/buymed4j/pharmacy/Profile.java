package io.github.buymed4j.pharmacy;

import org.jspecify.annotations.Nullable;

/** A pharmacy's profile. Values missing in the reply are null. */
public record Profile(
        @Nullable Long customerID,
        @Nullable String email,
        @Nullable String name,
        @Nullable String phone) {}
