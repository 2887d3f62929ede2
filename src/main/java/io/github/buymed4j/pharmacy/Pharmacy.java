package io.github.buymed4j.pharmacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * A pharmacy's view of the marketplace. The entry point of buymed4j:
 *
 * <pre>
 * &#64;Stateless
 * public class Purchasing {
 *     &#64;Inject Pharmacy pharmacy;
 *
 *     public Page&lt;Order&gt; recent() {
 *         return pharmacy.orders().page(OrderQuery.first());
 *     }
 * }
 * </pre>
 *
 * <p>Every call blocks until the reply is there and throws a {@link io.github.buymed4j.BuymedException} where there is
 * none. Thread-safe.
 */
@ApplicationScoped
public class Pharmacy {

    private final PharmacyApi api;
    private final Orders orders;
    private final Products products;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected Pharmacy() {
        api = null;
        orders = null;
        products = null;
    }

    @Inject
    public Pharmacy(@RestClient PharmacyApi api) {
        this.api = api;
        this.orders = new Orders(api);
        this.products = new Products(api);
    }

    /** The pharmacy's own profile. Needs the scope {@code pharmacy:profile:read}. */
    public Profile profile() {
        return api.profile().first();
    }

    /** The pharmacy's orders. Needs the scope {@code pharmacy:order:read}. */
    public Orders orders() {
        return orders;
    }

    /** The marketplace's products. Needs the scope {@code pharmacy:product:read}. */
    public Products products() {
        return products;
    }
}
