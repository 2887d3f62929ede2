package io.github.buymed4j.internal.telemetry;

import java.time.Instant;

/**
 * An event of the audit trail or of an account, as a log record.
 *
 * @param alarming true if an operator should look into it soon
 * @param text the line of the log; contains no secret
 */
record Event(Instant time, boolean alarming, String text) {}
