/**
 * The Pharmacy module of the Open Platform as typed facades and records. Inject
 * {@link io.github.buymed4j.pharmacy.Pharmacy} and call. Uses {@code rest} and {@code accounts}.
 */
@NullMarked
package io.github.buymed4j.pharmacy;

import org.jspecify.annotations.NullMarked;
