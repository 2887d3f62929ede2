package io.github.buymed4j.pharmacy;

import org.jspecify.annotations.Nullable;

/** The device from which an order was placed. Values missing in the reply are null. */
public record SourceDetail(
        @Nullable String browser,
        @Nullable String browserVersion,
        @Nullable String ip,
        @Nullable String os,
        @Nullable String osVersion,
        @Nullable String platform) {}
