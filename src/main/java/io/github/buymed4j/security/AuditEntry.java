package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.VisibleText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail. Its texts contain fingerprints, never secrets.
 *
 * @param id the stable identifier of what happened, such as {@code BUYMED-1003}
 * @param alarming true if an operator should look into it soon
 * @param application null if it is of no application, or of all
 * @param detail what is particular to this case
 * @param text the whole line, as in the log
 */
public record AuditEntry(
        Instant time, String id, boolean alarming, @Nullable ApplicationName application, String detail, String text) {

    /** Makes control characters visible. */
    public AuditEntry {
        detail = VisibleText.of(detail);
        text = VisibleText.of(text);
    }
}
