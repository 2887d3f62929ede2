package io.github.buymed4j.pharmacy;

/**
 * Which products.
 *
 * @param page counts from 1
 * @param limit 1 to 100 products a page
 */
public record ProductQuery(int page, int limit) {

    public ProductQuery {
        PageBounds.check(page, limit);
    }

    /** The first page of twenty. */
    public static ProductQuery first() {
        return new ProductQuery(1, 20);
    }
}
