package io.github.buymed4j.pharmacy;

import org.jspecify.annotations.Nullable;

/** A pharmacy's profile. Each value is null where the platform left it out. */
public record Profile(
        @Nullable Long customerID,
        @Nullable String email,
        @Nullable String name,
        @Nullable String phone) {}
