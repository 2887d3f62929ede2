package io.github.buymed4j.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the latest calls of an application ended on this node.
 *
 * @param success when a call last succeeded; null if none has
 * @param failure when a call last failed; null if none has
 * @param reason the exception of that failure, without a secret; empty if none has failed
 */
public record LastCalls(@Nullable Instant success, @Nullable Instant failure, String reason) {

    static final LastCalls NONE = new LastCalls(null, null, "");
}
