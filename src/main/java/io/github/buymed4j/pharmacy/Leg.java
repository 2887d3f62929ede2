package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one page brings a scan.
 *
 * @param entries those of the page that were not given out before
 * @param after where to go on
 * @param last whether the scan has caught up with the platform
 */
record Leg<T>(List<T> entries, Mark after, boolean last) {

    static <T> Leg<T> of(Listing<T> listing, Mark from, Page<T> page) {
        List<T> entries = new ArrayList<>(page.items().size());
        Mark mark = from;
        Instant latest = Instant.MIN;
        for (T entry : page.items()) {
            Instant time = listing.timeOf(entry);
            if (time != null && time.isBefore(latest)) {
                throw new UnreadableReplyException(
                        "it is not sorted by time, so that entries could be lost; read page by page instead");
            }
            latest = time == null ? latest : time;
            String key = listing.keyOf(entry);
            if (mark.isNew(time, key)) {
                entries.add(entry);
                mark = mark.past(time, key);
            }
        }
        boolean last = !from.hasMoved(page) && (page.isLast() || (page.total() < 0 && isShort(page, entries)));
        return new Leg<>(entries, mark.after(page, from, last), last);
    }

    private static boolean isShort(Page<?> page, List<?> entries) {
        return entries.isEmpty() && page.items().size() < page.limit();
    }
}
