package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import io.github.buymed4j.rest.RequiresScope;
import io.github.buymed4j.rest.reply.Envelope;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The platform's REST endpoints. Prefer {@link Pharmacy}, which is easier to use. A null parameter is omitted. */
@RegisterRestClient(configKey = BuymedCall.CONFIG_KEY)
@RegisterClientHeaders(BuymedHeadersFactory.class)
@BuymedCall
@Path("/api/v1/pharmacy")
@Produces(MediaType.APPLICATION_JSON)
public interface PharmacyApi {

    /** The pharmacy of the access token; a list of one element. */
    @GET
    @Path("profile")
    @RequiresScope("pharmacy:profile:read")
    Envelope<Profile> profile();

    /** The pharmacy's addresses, as the platform sends them. */
    @GET
    @Path("addresses")
    @RequiresScope("pharmacy:profile:read")
    Envelope<JsonObject> addresses();

    /** One page of orders; dates are texts of ISO 8601. */
    @GET
    @Path("orders")
    @RequiresScope("pharmacy:order:read")
    Envelope<Order> orders(
            @QueryParam("page") int page,
            @QueryParam("limit") int limit,
            @QueryParam("fromDate") @Nullable String fromDate,
            @QueryParam("toDate") @Nullable String toDate,
            @QueryParam("status") @Nullable String status,
            @QueryParam("customerPhone") @Nullable String customerPhone,
            @QueryParam("orderCode") @Nullable String orderCode,
            @QueryParam("sortBy") @Nullable String sortBy,
            @QueryParam("sortOrder") @Nullable String sortOrder);

    /** Takes JSON, {@code {"orderId":N}}. */
    @GET
    @Path("order")
    @RequiresScope("pharmacy:order:read")
    Envelope<OrderDetail> order(@QueryParam("q") String query);

    /** The names of the parameters for filters are not documented; {@code search} is a guess. */
    @GET
    @Path("products")
    @RequiresScope("pharmacy:product:read")
    Envelope<Product> products(
            @QueryParam("page") int page,
            @QueryParam("limit") int limit,
            @QueryParam("search") @Nullable String search);

    /** Takes a slug or an id. */
    @GET
    @Path("products/{slugOrId}")
    @RequiresScope("pharmacy:product:read")
    Envelope<Product> product(@PathParam("slugOrId") String slugOrId);

    /** All categories, as the platform sends them. */
    @GET
    @Path("categories")
    @RequiresScope("pharmacy:product:read")
    Envelope<JsonObject> categories();

    /** All manufacturers, as the platform sends them; the path is the platform's spelling. */
    @GET
    @Path("manufactures")
    @RequiresScope("pharmacy:product:read")
    Envelope<JsonObject> manufacturers();

    /** The names of the parameters are not documented; these are a guess. */
    @GET
    @Path("search")
    @RequiresScope("pharmacy:product:read")
    Envelope<JsonObject> search(
            @QueryParam("page") int page, @QueryParam("limit") int limit, @QueryParam("q") String keyword);
}
