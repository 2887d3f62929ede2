/** A stand-in for the Buymed Open Platform. It uses nothing of the product, and nothing of the product uses it. */
@NullMarked
package io.github.buymed4j.sandbox;

import org.jspecify.annotations.NullMarked;
