package io.github.buymed4j.pharmacy;

/** The sort order of a list of orders. */
public enum OrderSort {
    OLDEST_FIRST("createdTime", "ASC"),
    NEWEST_FIRST("createdTime", "DESC"),
    CHEAPEST_FIRST("totalPrice", "ASC"),
    DEAREST_FIRST("totalPrice", "DESC");

    private final String sortBy;
    private final String sortOrder;

    OrderSort(String sortBy, String sortOrder) {
        this.sortBy = sortBy;
        this.sortOrder = sortOrder;
    }

    String sortBy() {
        return sortBy;
    }

    String sortOrder() {
        return sortOrder;
    }
}
