package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.envelope.Page;
import java.util.List;

/** One page of what was found, and how much there is in all. */
record Slice<T>(List<T> items, long total) {
    Slice {
        items = List.copyOf(items);
    }

    static <T> Slice<T> of(List<T> all, Page page) {
        int from = (int) Math.min(page.offset(), all.size());
        int to = Math.min(from + page.limit(), all.size());
        return new Slice<>(all.subList(from, to), all.size());
    }
}
