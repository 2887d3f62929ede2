/**
 * The Pharmacy module of the Open Platform as typed facades and records. Inject
 * {@link io.github.buymed4j.pharmacy.Pharmacy} and call. Uses {@code rest} and {@code accounts}.
 *
 * <pre>
 * Pharmacy ─▶ Orders, Products ─┬────────────▶ Platform ─▶ PharmacyApi   one request, shared by all who ask for the same
 *                               └▶ Scan ─▶ Listing ──┘                    a whole list, page after page
 *                                   └▶ ScanIterator ─▶ ScanStep, ScanPosition          what a page brings, and where to go on: a Window of the list
 * </pre>
 *
 * <p>The records are named as on the wire. What the vendor does not document is {@link
 * io.github.buymed4j.pharmacy.Undocumented}.
 */
@NullMarked
package io.github.buymed4j.pharmacy;

import org.jspecify.annotations.NullMarked;
