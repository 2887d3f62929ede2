package io.github.buymed4j.internal.telemetry;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.Origin;
import org.jspecify.annotations.Nullable;

/** Requests that differ in values only: few, however many there are. */
record Route(
        ApplicationName application,
        Origin host,
        String method,
        @Nullable String template) {}
