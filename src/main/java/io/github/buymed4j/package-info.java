/**
 * The Buymed Open Platform for Jakarta EE.
 */
@NullMarked
package io.github.buymed4j;

import org.jspecify.annotations.NullMarked;
