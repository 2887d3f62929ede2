package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls the facade on a server and tells, as a list in JSON, what it read; on failure the exception's message. */
@WebServlet("/pharmacy")
public class PharmacyProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    private transient Pharmacy pharmacy;

    @Resource
    private transient ManagedExecutorService executor;

    @Inject
    @RestClient
    private transient Instance<OwnProfile> own;

    private transient Object firstUse = "none";
    private transient Object firstUseOfOwn = "none";

    /** The first use of the facade, on a thread that knows nothing of the application (row F38). */
    @Override
    public void init() {
        firstUse = onTheCommonPool(() -> pharmacy.profile());
        firstUseOfOwn =
                onTheCommonPool(() -> own.get().profile().getJsonArray("data").get(0));
    }

    /** The result or, as text, what was thrown. Who joins a task of that pool may carry it out itself: this waits for another one. */
    private static Object onTheCommonPool(Supplier<Object> work) {
        CompletableFuture<Object> done = new CompletableFuture<>();
        ForkJoinPool.commonPool().execute(() -> {
            try {
                done.complete(work.get());
            } catch (Throwable e) {
                done.complete(e.toString());
            }
        });
        return done.join();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        String argument = URLDecoder.decode(request.getParameter("argument"), StandardCharsets.UTF_8);
        try {
            response.getWriter().write(JSON.toJson(call(request.getParameter("call"), argument)));
        } catch (Exception e) {
            response.setStatus(500);
            response.getWriter().write(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private Collection<?> call(String what, String argument) {
        return switch (what) {
            case "first-use" -> List.of(firstUse);
            case "first-use-of-own" -> List.of(firstUseOfOwn);
            case "profile" -> List.of(pharmacy.profile());
            case "addresses" -> json(pharmacy.addresses());
            case "orders" -> pharmacy.orders().page(query(argument)).items();
            case "order" -> List.of(pharmacy.orders().byId(Long.parseLong(argument)));
            case "products" ->
                pharmacy.products().page(ProductQuery.first().search(argument)).items();
            case "product" -> List.of(pharmacy.products().byId(Long.parseLong(argument)));
            case "slug" -> List.of(pharmacy.products().bySlug(argument));
            case "categories" -> json(pharmacy.products().categories());
            case "manufactures" -> json(pharmacy.products().manufacturers());
            case "search" -> json(pharmacy.products().search(argument, 1, 20).items());
            case "stream" ->
                pharmacy.orders().scan(OrderQuery.first()).prefetching(executor).stream()
                        .map(Order::orderId)
                        .toList();
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static OrderQuery query(String phone) {
        return OrderQuery.first()
                .limit(100)
                .createdFrom(Instant.EPOCH)
                .createdTo(Instant.parse("2100-01-01T00:00:00.001Z"))
                .customerPhone(phone)
                .sortedBy(OrderQuery.Sort.DEAREST_FIRST);
    }

    private static Collection<?> json(Collection<? extends Undocumented> views) {
        return views.stream().map(Undocumented::json).toList();
    }

    /** A user's own interface. */
    @RegisterRestClient(configKey = BuymedCall.CONFIG_KEY)
    @RegisterClientHeaders(BuymedHeadersFactory.class)
    @BuymedCall
    @Path("/api/v1/pharmacy")
    @Produces(MediaType.APPLICATION_JSON)
    public interface OwnProfile {

        @GET
        @Path("/profile")
        JsonObject profile();
    }
}
