package io.github.buymed4j.bench.war;

import io.github.buymed4j.pharmacy.Order;
import io.github.buymed4j.pharmacy.Product;
import io.github.buymed4j.pharmacy.Profile;
import java.util.List;

/** The calls that are compared. */
interface Client {

    Profile profile();

    /** The first page of twenty. */
    List<Order> orders();

    /** The first page of twenty. */
    List<Product> products();
}
