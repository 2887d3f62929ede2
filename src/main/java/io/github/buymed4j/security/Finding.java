package io.github.buymed4j.security;

import io.github.buymed4j.internal.config.VisibleText;

/**
 * One finding of the audit; also fired as a CDI event. Never contains a secret.
 *
 * @param subject the affected configuration key, logger or system property
 * @param detail details of this case; empty if the rule's text says everything
 */
public record Finding(Rule rule, Severity severity, String subject, String detail) {

    /** Escapes the texts for one line of a log, because names of keys and sources come from the configuration. */
    public Finding {
        subject = VisibleText.of(subject);
        detail = VisibleText.of(detail);
    }

    /** The stable identifier, such as {@code BUYMED-2003}. */
    public String id() {
        return rule.id();
    }

    /** What the rule's findings mean, without the detail of this one. */
    public String meaning() {
        return rule.meaning();
    }

    /** What to do about it. */
    public String fix() {
        return rule.fix();
    }

    @Override
    public String toString() {
        return id() + " " + severity + " " + subject + ": " + meaning() + (detail.isEmpty() ? "" : " (" + detail + ")")
                + "; " + fix();
    }
}
