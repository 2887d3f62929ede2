package io.github.buymed4j.bench.war;

import io.github.buymed4j.pharmacy.Order;
import io.github.buymed4j.pharmacy.OrderQuery;
import io.github.buymed4j.pharmacy.Pharmacy;
import io.github.buymed4j.pharmacy.Product;
import io.github.buymed4j.pharmacy.ProductQuery;
import io.github.buymed4j.pharmacy.Profile;
import java.util.List;

/** Ours. */
record Facade(Pharmacy pharmacy) implements Client {

    @Override
    public Profile profile() {
        return pharmacy.profile();
    }

    @Override
    public List<Order> orders() {
        return pharmacy.orders().page(OrderQuery.first()).items();
    }

    @Override
    public List<Product> products() {
        return pharmacy.products().page(ProductQuery.first()).items();
    }
}
