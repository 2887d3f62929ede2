/**
 * The Pharmacy module of the Open Platform as typed facades and records. Inject
 * {@link io.github.buymed4j.pharmacy.Pharmacy} and call. Uses {@code rest} and {@code accounts}.
 *
 * <pre>
 * Pharmacy ─▶ Orders, Products ─▶ Platform ─▶ PharmacyApi   one request, shared by equal concurrent calls
 *                │  ▲
 *                │  └─ Listing ◀─┐                          one page of a list
 *                └▶ Scan ─▶ ScanIterator ─▶ ScanStep        a whole list: the new entries of each page
 *                                       └▶ ScanPosition     the next request: a Numbering or a Window
 * </pre>
 *
 * <p>The records use the names of the platform's JSON; one that is only a part of another is nested in it. Bodies that
 * the vendor does not document are {@link io.github.buymed4j.pharmacy.Undocumented}.
 */
@NullMarked
package io.github.buymed4j.pharmacy;

import org.jspecify.annotations.NullMarked;
