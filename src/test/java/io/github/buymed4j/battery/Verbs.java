package io.github.buymed4j.battery;

import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import io.github.buymed4j.rest.reply.Envelope;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A user's own interface: each method of HTTP, blocking and asynchronous. */
@RegisterRestClient(configKey = "buymed")
@RegisterClientHeaders(BuymedHeadersFactory.class)
@BuymedCall
@Path("/faults/{fault}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface Verbs {

    @GET
    Envelope<Item> get(@PathParam("fault") String fault);

    @POST
    Envelope<Item> post(@PathParam("fault") String fault, JsonObject body);

    @PUT
    Envelope<Item> put(@PathParam("fault") String fault, JsonObject body);

    @PATCH
    Envelope<Item> patch(@PathParam("fault") String fault, JsonObject body);

    @DELETE
    Envelope<Item> delete(@PathParam("fault") String fault);

    @GET
    CompletionStage<Envelope<Item>> getLater(@PathParam("fault") String fault);

    @POST
    CompletionStage<Envelope<Item>> postLater(@PathParam("fault") String fault, JsonObject body);

    @PUT
    CompletionStage<Envelope<Item>> putLater(@PathParam("fault") String fault, JsonObject body);

    @PATCH
    CompletionStage<Envelope<Item>> patchLater(@PathParam("fault") String fault, JsonObject body);

    @DELETE
    CompletionStage<Envelope<Item>> deleteLater(@PathParam("fault") String fault);

    /** What the platform's data holds. */
    record Item(String note, int quantity) {}
}
