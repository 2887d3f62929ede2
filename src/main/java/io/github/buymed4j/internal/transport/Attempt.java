package io.github.buymed4j.internal.transport;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to send a request of a call.
 *
 * @param deadline when the request is aborted, as a value of {@link System#nanoTime()}
 * @param userAgent the header {@code User-Agent} of a request that has none
 * @param observer null if no telemetry is available or it is disabled
 * @param seals gives the secrets for the headers
 */
public record Attempt(
        long deadline, String userAgent, @Nullable CallObserver observer, Seals seals) {}
