package io.github.buymed4j.it;

import io.github.buymed4j.pharmacy.Pharmacy;
import io.github.buymed4j.pharmacy.Product;
import io.github.buymed4j.pharmacy.ProductQuery;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The one class of a consumer's WAR. */
@Stateless
public class Stock {

    @Inject
    private Pharmacy pharmacy;

    public List<Product> products() {
        return pharmacy.products().page(ProductQuery.first()).items();
    }
}
