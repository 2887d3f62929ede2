package io.github.buymed4j.pharmacy;

/** The products, a page at a time. Thread-safe. */
public final class Products {

    private final PharmacyApi api;

    Products(PharmacyApi api) {
        this.api = api;
    }

    /** One page. Spends one request; blocks until the reply is there. */
    public Page<Product> page(ProductQuery query) {
        return Page.of(api.products(query.page(), query.limit()), query.page(), query.limit());
    }
}
