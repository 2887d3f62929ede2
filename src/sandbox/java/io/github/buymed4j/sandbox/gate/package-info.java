/** The checks that every call passes, in the platform's order. */
@NullMarked
package io.github.buymed4j.sandbox.gate;

import org.jspecify.annotations.NullMarked;
