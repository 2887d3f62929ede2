/**
 * Typed and validated access to MicroProfile Config. No other package reads it.
 *
 * <p>Every key is a constant of {@link io.github.buymed4j.internal.config.ConfigKey}; a value that may be a credential
 * leaves this package only inside a {@link io.github.buymed4j.config.Secret}.
 */
@NullMarked
package io.github.buymed4j.internal.config;

import org.jspecify.annotations.NullMarked;
