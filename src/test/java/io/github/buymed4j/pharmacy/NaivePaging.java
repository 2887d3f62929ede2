package io.github.buymed4j.pharmacy;

import java.util.ArrayList;
import java.util.List;

/** The control: page numbers over the platform's usual order, as one would write it at first. Loses and doubles orders. */
final class NaivePaging {

    private NaivePaging() {}

    static List<Order> all(Orders orders, OrderQuery query) {
        List<Order> all = new ArrayList<>();
        Page<Order> page;
        int number = 0;
        do {
            page = orders.page(query.page(++number).limit(Page.LARGEST));
            all.addAll(page.items());
        } while (!page.items().isEmpty());
        return all;
    }
}
