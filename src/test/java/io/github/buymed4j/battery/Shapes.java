package io.github.buymed4j.battery;

import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import io.github.buymed4j.rest.reply.Envelope;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A user's own interface: each shape that a method may return. */
@RegisterRestClient(configKey = "buymed")
@RegisterClientHeaders(BuymedHeadersFactory.class)
@BuymedCall
@Path("/faults/{fault}")
@Produces(MediaType.APPLICATION_JSON)
public interface Shapes {

    @GET
    Envelope<Verbs.Item> envelope(@PathParam("fault") String fault);

    @GET
    Own own(@PathParam("fault") String fault);

    @GET
    void nothing(@PathParam("fault") String fault);

    @GET
    String text(@PathParam("fault") String fault);

    @GET
    JsonObject json(@PathParam("fault") String fault);

    @GET
    Response response(@PathParam("fault") String fault);

    @GET
    CompletionStage<Envelope<Verbs.Item>> envelopeLater(@PathParam("fault") String fault);

    @GET
    CompletionStage<Own> ownLater(@PathParam("fault") String fault);

    @GET
    CompletionStage<Void> nothingLater(@PathParam("fault") String fault);

    @GET
    CompletionStage<String> textLater(@PathParam("fault") String fault);

    @GET
    CompletionStage<JsonObject> jsonLater(@PathParam("fault") String fault);

    @GET
    CompletionStage<Response> responseLater(@PathParam("fault") String fault);

    /** A record of the user's own in place of the envelope. */
    record Own(String status) {}
}
