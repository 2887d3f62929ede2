package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import io.github.buymed4j.rest.reply.Envelope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The platform's endpoints as they are; {@link Pharmacy} is the comfortable way to them. */
@RegisterRestClient(configKey = "buymed")
@RegisterClientHeaders(BuymedHeadersFactory.class)
@BuymedCall
@Path("/api/v1/pharmacy")
@Produces(MediaType.APPLICATION_JSON)
public interface PharmacyApi {

    @GET
    @Path("profile")
    Envelope<Profile> profile();

    @GET
    @Path("orders")
    Envelope<Order> orders(@QueryParam("page") int page, @QueryParam("limit") int limit);

    @GET
    @Path("products")
    Envelope<Product> products(@QueryParam("page") int page, @QueryParam("limit") int limit);
}
