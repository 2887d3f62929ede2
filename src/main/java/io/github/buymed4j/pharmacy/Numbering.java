package io.github.buymed4j.pharmacy;

/**
 * The page to request next in a list that is not sorted by time. Immutable.
 *
 * @param page counts from 1
 * @param total the total number of entries in the last reply; -1 if not known
 * @param revisited the page up to which the list was read again because its total changed
 */
record Numbering(int page, long total, int revisited) {

    static final Numbering START = new Numbering(1, -1, 0);

    /** True if entries may have moved from a page not yet read to a page already read. */
    boolean hasMoved(Page<?> read) {
        return total >= 0 && read.total() != total && read.number() > revisited;
    }

    Numbering after(Page<?> read, boolean last) {
        int next = last ? read.number() : read.number() + 1;
        return hasMoved(read)
                ? new Numbering(pageBefore(read), read.total(), read.number())
                : new Numbering(next, read.total(), revisited);
    }

    private int pageBefore(Page<?> read) {
        long moved = Math.abs(read.total() - total);
        return (int) Math.max(1, read.number() - 1 - moved / read.limit());
    }
}
