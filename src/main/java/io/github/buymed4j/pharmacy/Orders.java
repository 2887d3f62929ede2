package io.github.buymed4j.pharmacy;

/** The orders, a page at a time. Thread-safe. */
public final class Orders {

    private final PharmacyApi api;

    Orders(PharmacyApi api) {
        this.api = api;
    }

    /** One page. Spends one request; blocks until the reply is there. */
    public Page<Order> page(OrderQuery query) {
        return Page.of(api.orders(query.page(), query.limit()), query.page(), query.limit());
    }
}
