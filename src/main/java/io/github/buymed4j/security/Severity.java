package io.github.buymed4j.security;

/** How much a finding matters. */
public enum Severity {
    /** Good to know. */
    NOTE,
    /** To be mended. */
    WARNING,
    /** Refuses the deployment, unless {@code buymed.security.enforce} is false. */
    ERROR
}
