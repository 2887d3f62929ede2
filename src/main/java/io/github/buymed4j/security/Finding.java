package io.github.buymed4j.security;

import io.github.buymed4j.config.VisibleText;

/**
 * One thing that the audit found; also fired as a CDI event. Never holds a secret.
 *
 * @param subject the configuration key, logger or system property that is concerned
 * @param detail what is so here; empty where the rule says it all
 */
public record Finding(Rule rule, Severity severity, String subject, String detail) {

    /** Names of keys and sources come from the configuration, and the whole becomes one line of a log. */
    public Finding {
        subject = VisibleText.of(subject);
        detail = VisibleText.of(detail);
    }

    /** {@code BUYMED-2003}, for one. Stable. */
    public String id() {
        return rule.id();
    }

    public String meaning() {
        return rule.meaning();
    }

    public String fix() {
        return rule.fix();
    }

    @Override
    public String toString() {
        return id() + " " + severity + " " + subject + ": " + meaning() + (detail.isEmpty() ? "" : " (" + detail + ")")
                + "; " + fix();
    }
}
