package io.github.buymed4j.bench.war;

import io.github.buymed4j.pharmacy.Order;
import io.github.buymed4j.pharmacy.OrderQuery;
import io.github.buymed4j.pharmacy.Pharmacy;
import io.github.buymed4j.pharmacy.Product;
import io.github.buymed4j.pharmacy.ProductQuery;
import io.github.buymed4j.pharmacy.Profile;
import io.github.buymed4j.rest.CallScope;
import java.time.Duration;
import java.util.List;

/** Ours; each call with a deadline of its own, so that none is answered by the request of another. */
record Facade(Pharmacy pharmacy) implements Client {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public Profile profile() {
        return CallScope.current().within(PATIENCE).call(pharmacy::profile);
    }

    @Override
    public List<Order> orders() {
        return CallScope.current()
                .within(PATIENCE)
                .call(() -> pharmacy.orders().page(OrderQuery.first()).items());
    }

    @Override
    public List<Product> products() {
        return CallScope.current()
                .within(PATIENCE)
                .call(() -> pharmacy.products().page(ProductQuery.first()).items());
    }
}
