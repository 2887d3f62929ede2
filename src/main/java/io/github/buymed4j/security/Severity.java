package io.github.buymed4j.security;

/** How much a finding matters. */
public enum Severity {
    /** For information only. */
    NOTE,
    /** Should be fixed. */
    WARNING,
    /** Refuses the deployment, unless {@code buymed.security.enforce} is false. */
    ERROR
}
