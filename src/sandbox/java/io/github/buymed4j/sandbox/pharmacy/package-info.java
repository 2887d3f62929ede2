/** The Pharmacy module: profile, addresses, products, orders. */
@NullMarked
package io.github.buymed4j.sandbox.pharmacy;

import org.jspecify.annotations.NullMarked;
