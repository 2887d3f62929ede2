package io.github.buymed4j.security;

import io.github.buymed4j.internal.config.VisibleText;
import java.time.Instant;

/**
 * One line of the trail.
 *
 * @param id the stable identifier of what happened, such as {@code BUYMED-1003}
 * @param alarming true if an operator should look into it soon
 * @param text contains fingerprints, never secrets
 */
public record AuditEntry(Instant time, String id, boolean alarming, String text) {

    public AuditEntry {
        text = VisibleText.of(text);
    }
}
