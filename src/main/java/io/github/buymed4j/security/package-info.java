/**
 * Looks for weaknesses that make a leak likely, at deployment and on demand, and keeps a trail of credentials events
 * for the operator. Start with {@link io.github.buymed4j.security.SecurityAudit}. Uses {@code config} and
 * {@code credentials}.
 */
@NullMarked
package io.github.buymed4j.security;

import org.jspecify.annotations.NullMarked;
