/**
 * Looks for what makes a leak likely, at deployment and on demand, and keeps what happened to the credentials for the
 * operator. Start with {@link io.github.buymed4j.security.SecurityAudit}. Uses {@code config} and {@code credentials}.
 */
@NullMarked
package io.github.buymed4j.security;

import org.jspecify.annotations.NullMarked;
