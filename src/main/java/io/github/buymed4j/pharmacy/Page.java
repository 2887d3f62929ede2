package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.Envelope;
import io.github.buymed4j.rest.reply.Pagination;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param number counts from 1
 * @param limit the maximum number of entries on a page
 * @param total the number of entries on all pages, as given in this reply; -1 if not given
 */
public record Page<T>(List<T> items, int number, int limit, long total) {

    static final int LARGEST = 100;

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }

    static <T> Page<T> of(Envelope<T> reply, int number, int limit) {
        Pagination pagination = reply.pagination();
        Long total = pagination == null ? null : pagination.total();
        Integer given = pagination == null ? null : pagination.limit();
        Page<T> page = new Page<>(
                reply.data(), number, given == null || given < 1 ? limit : given, total == null ? -1 : total);
        if (page.items.isEmpty() && page.total > page.before()) {
            throw new UnreadableReplyException("page " + number + " of " + total + " entries has no data");
        }
        return page;
    }

    /** Checks the platform's limits for paging, so that no request is spent on invalid values. */
    static void checkBounds(int page, int limit) {
        if (page < 1 || limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException(
                    "page counts from 1, and limit is 1 to " + LARGEST + ": " + page + ", " + limit);
        }
    }

    /** The number of entries on the pages before this one. */
    long before() {
        return (number - 1L) * limit;
    }

    /** True if no page follows; if the platform gave no total, an empty page is the last. */
    boolean isLast() {
        return total < 0 ? items.isEmpty() : before() + items.size() >= total;
    }

    <R> Page<R> map(Function<? super T, R> view) {
        return new Page<>(items.stream().map(view).toList(), number, limit, total);
    }
}
