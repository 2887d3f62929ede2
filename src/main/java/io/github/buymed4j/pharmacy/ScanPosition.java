package io.github.buymed4j.pharmacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a scan and its next request. Immutable.
 *
 * @param time all entries before this time have been returned; null before the first entry and in a list without times
 * @param keys the keys of the last entries returned for this time, the latest last
 * @param numbering the next request while {@code time} is null
 * @param window the next request once {@code time} is set
 */
record ScanPosition(@Nullable Instant time, List<String> keys, Numbering numbering, Window window) {

    static final ScanPosition START = new ScanPosition(null, List.of(), Numbering.START, Window.START);

    /** Enough for several pages: the entries of a list without times may have moved by that many. */
    private static final int MOST_KEYS = 1000;

    ScanPosition {
        keys = List.copyOf(keys);
    }

    boolean isNew(@Nullable Instant time, String key) {
        int comparison = this.time == null || time == null ? 0 : time.compareTo(this.time);
        return comparison > 0 || (comparison == 0 && !keys.contains(key));
    }

    /** The position after one more entry. */
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

    /** The start time of the next request; null for the start of the list. */
    @Nullable
    Instant start() {
        return time == null ? null : window.from();
    }

    /** True if entries may be missing before the page. */
    boolean isGap(Page<?> read, boolean beginsWithKnown) {
        return time != null && window.isGap(read, beginsWithKnown);
    }

    /** The position to read from instead of a page before which entries may be missing. */
    ScanPosition back(Page<?> read) {
        return new ScanPosition(time, keys, numbering, window.back(read));
    }

    /** True if entries of a list without times may have moved from a page not yet read to a page already read. */
    boolean hasMoved(Page<?> read) {
        return time == null && numbering.hasMoved(read);
    }

    /**
     * The position to continue from after the page read from {@code from}; this position is the one after its last
     * entry.
     */
    ScanPosition after(Page<?> read, @Nullable Instant first, ScanPosition from, boolean last) {
        return time == null
                ? new ScanPosition(null, keys, numbering.after(read, last), window)
                : new ScanPosition(time, keys, numbering, window.after(read, first, from.time, time, !equals(from)));
    }
}
