package io.github.buymed4j.pharmacy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of the platform that a {@link Scan} reads. */
interface Listing<T> {

    /** Spends one request. */
    Page<T> read(ScanPosition from);

    /** A key that identifies the entry. */
    String keyOf(T entry);

    /** The time by which the list is sorted, ascending; null if it is not sorted by time. */
    @Nullable
    Instant timeOf(T entry);

    /**
     * True if the entry is before the query's start time; the platform may return such entries because it truncates
     * times.
     */
    default boolean isBeforeTheStart(T entry) {
        return false;
    }

    /** True if the entry, and so every later one, is after the query's end time. */
    default boolean isPastTheEnd(T entry) {
        return false;
    }

    /**
     * What identifies the query in a cursor, so that it is not used with another query. Contains no value that names a
     * person or an order: the cursor's checksum would tell it to anyone who tries all values.
     */
    List<@Nullable Object> identity();
}
