package io.github.buymed4j.pharmacy;

/** The platform's rule for paging, checked before a request is spent on it. */
final class PageBounds {

    private PageBounds() {}

    static void check(int page, int limit) {
        if (page < 1 || limit < 1 || limit > 100) {
            throw new IllegalArgumentException("page counts from 1, and limit is 1 to 100: " + page + ", " + limit);
        }
    }
}
