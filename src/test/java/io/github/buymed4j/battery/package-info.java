/**
 * One consumer's WAR against a platform that misbehaves in every way that was found, the same on each server: what arrives on
 * the wire, how long a call takes, and what its caller gets, to the exception's text.
 */
@NullMarked
package io.github.buymed4j.battery;

import org.jspecify.annotations.NullMarked;
