package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a list that is sorted by time are asked for next: those from a time on, without the first of them. Whatever
 * the platform makes of the time, the request begins with an entry that was given out, which proves that none was lost: pages
 * are counted from the time on, and as large that one overlaps the entries before by few. Immutable.
 *
 * @param from null for the list's own start
 * @param skip how many entries from that time on have been read
 * @param size the largest page that the platform gave from that time on
 * @param cut what the platform makes of such times
 * @param gaps how many pages since the last new entry began with an unknown one
 * @param held where to go on if this one turns out to be further back
 */
record Window(
        @Nullable Instant from,
        long skip,
        int size,
        Cut cut,
        int gaps,
        @Nullable Window held) {

    static final Window START = new Window(null, 0, Page.LARGEST, Cut.NONE, 0, null);

    /** Twice as far back each time: a list of many millions is behind fewer. */
    private static final int MOST_GAPS = 40;

    private static final int MOST_DOUBLINGS = 20;

    int page() {
        if (skip == 0) {
            return 1;
        }
        int limit = limit();
        return (int) (overlaps(limit) ? (skip - 1) / limit + 1 : skip / limit + 1);
    }

    /** The one whose page has the last entry that was read in it, and as many as can be behind that one. */
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

    /** Only the smallest pages can't both overlap and go on. */
    private boolean overlaps(int limit) {
        return end(limit) > skip;
    }

    private long end(int limit) {
        return ((skip - 1) / limit + 1) * limit;
    }

    /** Whether entries may be missing in front of a page, because some have left the list and all others moved forward. */
    boolean isGap(Page<?> read, boolean beginsWithKnown) {
        return read.before() > 0 && !beginsWithKnown && overlaps(limit());
    }

    /**
     * What to read in place of a page that does not begin with a known entry.
     *
     * @throws UnreadableReplyException when going back does not help
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
     * What to read after a page, whose entries were new or not.
     *
     * @param first the time of its first entry
     * @param old all entries before it had been given out before the page
     * @param time all entries before it have been given out now
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

    /** The one for a cursor: it knows where it is without the other one. */
    Window alone() {
        return held != null && cut == Cut.DAY ? held : new Window(from, skip, size, cut, 0, null);
    }
}
