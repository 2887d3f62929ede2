/** The envelope that every reply of the platform wears, and the refusals in it. */
@NullMarked
package io.github.buymed4j.sandbox.envelope;

import org.jspecify.annotations.NullMarked;
