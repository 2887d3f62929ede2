package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one page of a scan.
 *
 * @param entries the entries of the page that were not returned before
 * @param after the position to continue from
 * @param last true if the scan has caught up with the platform
 */
record ScanStep<T>(List<T> entries, ScanPosition after, boolean last) {

    static <T> ScanStep<T> of(Listing<T> listing, ScanPosition from, Page<T> page) {
        if (from.isGap(page, beginsWithKnown(listing, from, page))) {
            return new ScanStep<>(List.of(), from.back(page), false);
        }
        List<T> entries = new ArrayList<>(page.items().size());
        ScanPosition position = from;
        boolean pastTheEnd = false;
        Instant latest = null;
        for (T entry : page.items()) {
            latest = inOrder(latest, listing.timeOf(entry));
            if (listing.isPastTheEnd(entry)) {
                pastTheEnd = true;
                break;
            }
            String key = listing.keyOf(entry);
            if (position.isNew(listing.timeOf(entry), key)) {
                position = position.past(listing.timeOf(entry), key);
                if (!listing.isBeforeTheStart(entry)) {
                    entries.add(entry);
                }
            }
        }
        boolean last = pastTheEnd || isLast(page, from, !position.equals(from));
        return new ScanStep<>(entries, position.after(page, firstTime(listing, page), from, last), last);
    }

    private static <T> boolean beginsWithKnown(Listing<T> listing, ScanPosition from, Page<T> page) {
        if (page.items().isEmpty()) {
            return false;
        }
        T first = page.items().get(0);
        return !from.isNew(listing.timeOf(first), listing.keyOf(first));
    }

    private static <T> @Nullable Instant firstTime(Listing<T> listing, Page<T> page) {
        return page.items().isEmpty() ? null : listing.timeOf(page.items().get(0));
    }

    private static @Nullable Instant inOrder(@Nullable Instant latest, @Nullable Instant time) {
        if (time != null && latest != null && time.isBefore(latest)) {
            throw new UnreadableReplyException(
                    "it is not sorted by time, so that entries could be lost; read page by page instead");
        }
        return time == null ? latest : time;
    }

    /**
     * Without a total, a short first page is not the end: the platform may limit pages to fewer entries than requested.
     */
    private static boolean isLast(Page<?> page, ScanPosition from, boolean brought) {
        boolean isShort = page.total() < 0
                && !brought
                && page.number() > 1
                && page.items().size() < page.limit();
        return !from.hasMoved(page) && (page.isLast() || isShort);
    }
}
