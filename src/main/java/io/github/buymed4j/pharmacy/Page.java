package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.Envelope;
import io.github.buymed4j.rest.reply.Pagination;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.util.List;

/**
 * One page of a list.
 *
 * @param number counts from 1
 * @param limit the most entries that a page has
 * @param total entries on all pages, as the platform counted them for this reply; -1 where it did not say
 */
public record Page<T>(List<T> items, int number, int limit, long total) {

    static <T> Page<T> of(Envelope<T> reply, int number, int limit) {
        Pagination pagination = reply.pagination();
        Long total = pagination == null ? null : pagination.total();
        if (reply.data().isEmpty() && total != null && total > (long) (number - 1) * limit) {
            throw new UnreadableReplyException("page " + number + " of " + total + " entries has no data");
        }
        return new Page<>(reply.data(), number, limit, total == null ? -1 : total);
    }
}
