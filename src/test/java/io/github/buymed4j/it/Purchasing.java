package io.github.buymed4j.it;

import io.github.buymed4j.pharmacy.OrderQuery;
import io.github.buymed4j.pharmacy.Pharmacy;
import io.github.buymed4j.pharmacy.ProductQuery;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** An enterprise bean as a user would write it; each call by the name that the probe asks for. */
@Stateless
public class Purchasing {

    static final String CUSTOMER = "0901234567";
    static final String WORDS = "ibuprofen400mg";

    private static final Ordering.Data EXAMPLE = new Ordering.Data("Thuốc hạ sốt", 3);

    @Inject
    private Pharmacy pharmacy;

    @Inject
    @RestClient
    private Ordering ordering;

    @Inject
    @RestClient
    private Faulty faulty;

    @Inject
    @RestClient
    private Detour detour;

    @Resource
    private ManagedExecutorService executor;

    public String call(String what, String fault) throws Exception {
        return switch (what) {
            case "profile" -> String.valueOf(pharmacy.profile().name());
            case "orders" -> pharmacy.orders().page(OrderQuery.first()).items().size() + " orders";
            case "products" ->
                pharmacy.products().page(ProductQuery.first()).items().size() + " products";
            case "orders-of-customer" ->
                pharmacy.orders()
                                .page(OrderQuery.first().customerPhone(CUSTOMER))
                                .items()
                                .size()
                        + " orders";
            case "search" ->
                pharmacy.products()
                                .page(ProductQuery.first().search(WORDS))
                                .items()
                                .size()
                        + " products";
            case "post" -> String.valueOf(ordering.post(EXAMPLE).first());
            case "post-later" ->
                String.valueOf(unwrapped(() -> ordering.postLater(EXAMPLE)
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS)
                        .first()));
            case "post-json" ->
                ordering.postJson(Json.createObjectBuilder().add("note", "ê").build())
                        .getString("status");
            case "post-on-executor" ->
                unwrapped(() -> executor.submit(
                                () -> String.valueOf(ordering.post(EXAMPLE).first()))
                        .get(20, TimeUnit.SECONDS));
            case "get-fault" -> String.valueOf(faulty.get(fault).first());
            case "get-fault-later" ->
                String.valueOf(unwrapped(() -> faulty.getLater(fault)
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS)
                        .first()));
            case "detour" -> String.valueOf(detour.post(EXAMPLE).first());
            case "post-fault" -> String.valueOf(faulty.post(fault, EXAMPLE).first());
            default -> throw new IllegalArgumentException(what);
        };
    }

    private interface Work<T> {
        T run() throws Exception;
    }

    private static <T> T unwrapped(Work<T> work) throws Exception {
        try {
            return work.run();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
