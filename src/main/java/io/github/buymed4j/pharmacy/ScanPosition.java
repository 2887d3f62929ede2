package io.github.buymed4j.pharmacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a scan has come, and what it asks for next. Immutable.
 *
 * @param time all entries before it have been given out; null before the first, and in a list without times
 * @param keys the last entries that were given out of those at that time, the latest last
 * @param numbering what is asked for while there is no time
 * @param window what is asked for once there is one
 */
record ScanPosition(@Nullable Instant time, List<String> keys, Numbering numbering, Window window) {

    static final ScanPosition START = new ScanPosition(null, List.of(), Numbering.START, Window.START);

    /** Enough for several pages: a list without times may have moved by some. */
    private static final int MOST_KEYS = 1000;

    ScanPosition {
        keys = List.copyOf(keys);
    }

    boolean isNew(@Nullable Instant time, String key) {
        int comparison = this.time == null || time == null ? 0 : time.compareTo(this.time);
        return comparison > 0 || (comparison == 0 && !keys.contains(key));
    }

    /** Behind one entry more. */
    ScanPosition past(@Nullable Instant time, String key) {
        if (time != null && (this.time == null || time.isAfter(this.time))) {
            return new ScanPosition(time, List.of(key), numbering, window);
        }
        List<String> more = new ArrayList<>(keys.subList(keys.size() < MOST_KEYS ? 0 : 1, keys.size()));
        more.add(key);
        return new ScanPosition(this.time, more, numbering, window);
    }

    int page() {
        return time == null ? numbering.page() : window.page();
    }

    int limit() {
        return time == null ? Page.LARGEST : window.limit();
    }

    /** The time to ask from; null for the list's own start. */
    @Nullable
    Instant start() {
        return time == null ? null : window.from();
    }

    /** Whether entries may be missing in front of the page. */
    boolean isGap(Page<?> read, boolean beginsWithKnown) {
        return time != null && window.isGap(read, beginsWithKnown);
    }

    /** Where to go on instead of a page in front of which entries may be missing. */
    ScanPosition back(Page<?> read) {
        return new ScanPosition(time, keys, numbering, window.back(read));
    }

    /** Whether entries may have moved, in a list without times, from a page not yet read to one that was. */
    boolean hasMoved(Page<?> read) {
        return time == null && numbering.hasMoved(read);
    }

    /** Where to go on after the page that was read from {@code from}, when this is behind its last entry. */
    ScanPosition after(Page<?> read, @Nullable Instant first, ScanPosition from, boolean last) {
        return time == null
                ? new ScanPosition(null, keys, numbering.after(read, last), window)
                : new ScanPosition(time, keys, numbering, window.after(read, first, from.time, time, !equals(from)));
    }
}
