package io.github.buymed4j.pharmacy;

import org.jspecify.annotations.Nullable;

/** Where an order was placed from. Each value is null where the platform left it out. */
public record SourceDetail(
        @Nullable String browser,
        @Nullable String browserVersion,
        @Nullable String ip,
        @Nullable String os,
        @Nullable String osVersion,
        @Nullable String platform) {}
