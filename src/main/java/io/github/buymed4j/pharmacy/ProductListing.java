package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products by page number, because the platform documents no sort order for them. */
record ProductListing(Products products, ProductQuery query) implements Listing<Product> {

    @Override
    public Page<Product> read(ScanPosition from) {
        return products.page(query.page(from.page()).limit(from.limit()));
    }

    @Override
    public String keyOf(Product product) {
        if (product.productID() != null) {
            return product.productID().toString();
        }
        if (product.code() != null) {
            return product.code();
        }
        throw new UnreadableReplyException("it has a product without productID and code");
    }

    @Override
    public @Nullable Instant timeOf(Product product) {
        return null;
    }

    @Override
    public List<@Nullable Object> identity() {
        return Arrays.asList("products", query.search());
    }
}
