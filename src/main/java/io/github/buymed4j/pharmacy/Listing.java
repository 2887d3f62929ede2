package io.github.buymed4j.pharmacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A list of the platform that a {@link Scan} goes through. */
interface Listing<T> {

    /** Spends one request. */
    Page<T> read(ScanPosition from);

    /** What tells the entry from all others. */
    String keyOf(T entry);

    /** What the list is sorted by, ascending; null where it has no such thing. */
    @Nullable
    Instant timeOf(T entry);

    /** Whether the platform gave the entry although it is not asked for yet: it may cut the time that it is asked from. */
    default boolean isBeforeTheStart(T entry) {
        return false;
    }

    /** As {@link #isBeforeTheStart}, for an entry behind which none is asked for. */
    default boolean isPastTheEnd(T entry) {
        return false;
    }

    /** Tells this list from the lists of other queries, in which a cursor of this one would make no sense. */
    String fingerprint();
}
