package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The next request in a list that is sorted by time: the entries from a time on, without the first {@code skip} of
 * them. Pages are counted from that time on. Their size is chosen so that the page overlaps slightly with the entries
 * already returned: if it begins with a known entry, none was lost, however the platform truncates the time. Immutable.
 *
 * @param from the start time; null for the start of the list
 * @param skip the number of entries from that time on that have been read
 * @param size the largest page that the platform returned from that time on
 * @param cut how the platform truncates the start time
 * @param gaps the number of pages since the last new entry that began with an unknown entry
 * @param held the window to continue with if this one turns out to be further back
 */
record Window(
        @Nullable Instant from,
        long skip,
        int size,
        Cut cut,
        int gaps,
        @Nullable Window held) {

    static final Window START = new Window(null, 0, Page.LARGEST, Cut.NONE, 0, null);

    /** Each step back is twice as long as the one before, so fewer steps are enough for a list of many millions. */
    private static final int MOST_GAPS = 40;

    private static final int MOST_DOUBLINGS = 20;

    int page() {
        if (skip == 0) {
            return 1;
        }
        int limit = limit();
        return (int) (overlaps(limit) ? (skip - 1) / limit + 1 : skip / limit + 1);
    }

    /** The page size at which the page with the last entry read has the most entries after that one. */
    int limit() {
        if (skip == 0) {
            return Page.LARGEST;
        }
        int best = size;
        for (int limit = size; limit > size / 2; limit--) {
            best = end(limit) > end(best) ? limit : best;
        }
        return best;
    }

    /** True if the page with the last entry read also has room for later entries; false only for very small pages. */
    private boolean overlaps(int limit) {
        return end(limit) > skip;
    }

    private long end(int limit) {
        return ((skip - 1) / limit + 1) * limit;
    }

    /**
     * True if entries may be missing before a page, because some have left the list and the others have moved forward.
     */
    boolean isGap(Page<?> read, boolean beginsWithKnown) {
        return read.before() > 0 && !beginsWithKnown && overlaps(limit());
    }

    /**
     * The window to read instead of a page that does not begin with a known entry.
     *
     * @throws UnreadableReplyException if going back does not help
     */
    Window back(Page<?> read) {
        if (gaps == MOST_GAPS) {
            throw new UnreadableReplyException("its pages do not follow each other; read page by page instead");
        }
        long step = (long) size << Math.min(gaps, MOST_DOUBLINGS);
        boolean isBehindTheEnd = read.total() >= 0 && read.total() < read.before();
        long known = isBehindTheEnd ? read.total() : Math.max(0, read.before() - step);
        return new Window(from, known, size, cut, gaps + 1, null);
    }

    /**
     * The window to read after a page.
     *
     * @param first the time of the page's first entry
     * @param old all entries before this time had been returned before the page was read
     * @param time all entries before this time have been returned now
     * @param brought true if the page had new entries
     */
    Window after(Page<?> read, @Nullable Instant first, @Nullable Instant old, Instant time, boolean brought) {
        Cut seen = from == null || first == null || read.before() > 0 ? cut : cut.orCoarser(Cut.of(from, first));
        if (held != null && !brought && !read.isLast()) {
            return new Window(held.from, held.skip, held.size, seen, gaps, null);
        }
        int largest = read.before() > 0
                ? size
                : read.isLast() ? Page.LARGEST : Math.max(1, read.items().size());
        Window next = new Window(from, read.before() + read.items().size(), largest, seen, brought ? 0 : gaps, null);
        return old == null || seen.separates(old, time)
                ? new Window(time.minusMillis(1), 0, Page.LARGEST, seen, 0, next)
                : next;
    }

    /** The window to store in a cursor, without {@code held}. */
    Window alone() {
        return held != null && cut == Cut.DAY ? held : new Window(from, skip, size, cut, 0, null);
    }
}
