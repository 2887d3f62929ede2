package io.github.buymed4j.pharmacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a scan has come, and what it asks for next: the entries from a time on, and of those the page. Immutable.
 *
 * @param time all entries before it have been given out; null before the first, and in a list without times
 * @param page of the entries from that time on
 * @param total how many entries the last reply counted in a list without times; -1 for not known
 * @param revisited up to which page a list without times was read again because its total changed
 * @param keys the last entries that were given out of those at that time, the latest last
 */
record Mark(@Nullable Instant time, int page, long total, int revisited, List<String> keys) {

    static final Mark START = new Mark(null, 1, -1, 0, List.of());

    /** Enough for several pages: a list without times may have moved by some. */
    private static final int MOST_KEYS = 1000;

    Mark {
        keys = List.copyOf(keys);
    }

    boolean isNew(@Nullable Instant time, String key) {
        int comparison = this.time == null || time == null ? 0 : time.compareTo(this.time);
        return comparison > 0 || (comparison == 0 && !keys.contains(key));
    }

    /** Behind one entry more. */
    Mark past(@Nullable Instant time, String key) {
        if (time != null && (this.time == null || time.isAfter(this.time))) {
            return new Mark(time, 1, -1, 0, List.of(key));
        }
        List<String> more = new ArrayList<>(keys.subList(keys.size() < MOST_KEYS ? 0 : 1, keys.size()));
        more.add(key);
        return new Mark(this.time, page, total, revisited, more);
    }

    /** Where to go on after the page that was read from {@code from}, when this is behind its last entry. */
    Mark after(Page<?> read, Mark from, boolean last) {
        if (time != null) {
            return time.equals(from.time) && !last ? new Mark(time, read.number() + 1, -1, 0, keys) : this;
        }
        int next = last ? read.number() : read.number() + 1;
        return from.hasMoved(read)
                ? new Mark(null, from.pageBefore(read), read.total(), read.number(), keys)
                : new Mark(null, next, read.total(), revisited, keys);
    }

    /** Whether entries may have moved, in a list without times, from a page not yet read to one that was. */
    boolean hasMoved(Page<?> read) {
        return time == null && total >= 0 && read.total() != total && read.number() > revisited;
    }

    private int pageBefore(Page<?> read) {
        long moved = Math.abs(read.total() - total);
        return (int) Math.max(1, read.number() - 1 - moved / read.limit());
    }
}
