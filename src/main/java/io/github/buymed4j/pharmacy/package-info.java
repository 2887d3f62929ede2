/**
 * The Pharmacy module of the Open Platform as typed facades and records. Inject
 * {@link io.github.buymed4j.pharmacy.Pharmacy} and call. Uses {@code rest} and {@code accounts}.
 *
 * <pre>
 * Pharmacy ─▶ Orders, Products ─┬────────────▶ Platform ─▶ PharmacyApi   one request, shared by equal concurrent calls
 *                               └▶ Scan ─▶ Listing ──┘                    a whole list, page by page
 *                                   └▶ ScanIterator ─▶ ScanStep           the new entries of one page
 *                                                  └▶ ScanPosition        the next request: a Numbering or a Window
 * </pre>
 *
 * <p>The records use the names of the platform's JSON. Bodies that the vendor does not document are
 * {@link io.github.buymed4j.pharmacy.Undocumented}.
 */
@NullMarked
package io.github.buymed4j.pharmacy;

import org.jspecify.annotations.NullMarked;
