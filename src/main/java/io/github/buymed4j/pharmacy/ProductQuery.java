package io.github.buymed4j.pharmacy;

import org.jspecify.annotations.Nullable;

/**
 * A query for one page of products. Values that the platform would refuse are rejected here, before a request is sent.
 *
 * @param page counts from 1
 * @param limit 1 to 100 products a page
 * @param search words to search for; the vendor does not document the name of the parameter
 */
public record ProductQuery(int page, int limit, @Nullable String search) {

    /**
     * Checks the bounds, and that the words are not blank.
     *
     * @throws IllegalArgumentException if a value is none that the platform takes
     */
    public ProductQuery {
        Page.checkBounds(page, limit);
        if (search != null && search.isBlank()) {
            throw new IllegalArgumentException("search is blank");
        }
    }

    /** The first page of twenty. */
    public static ProductQuery first() {
        return new ProductQuery(1, 20, null);
    }

    /** Another page; the first one is 1. */
    public ProductQuery page(int page) {
        return new ProductQuery(page, limit, search);
    }

    /** Another number of products a page: 1 to 100. */
    public ProductQuery limit(int limit) {
        return new ProductQuery(page, limit, search);
    }

    /** Products that the platform finds by these words. */
    public ProductQuery search(String words) {
        return new ProductQuery(page, limit, words);
    }
}
