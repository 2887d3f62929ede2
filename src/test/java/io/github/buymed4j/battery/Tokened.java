package io.github.buymed4j.battery;

import io.github.buymed4j.BuymedApplication;
import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import io.github.buymed4j.rest.reply.Envelope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The application whose calls carry a ready token. */
@RegisterRestClient(configKey = "buymed")
@RegisterClientHeaders(BuymedHeadersFactory.class)
@BuymedCall
@BuymedApplication("token")
@Path("/faults/{fault}")
@Produces(MediaType.APPLICATION_JSON)
public interface Tokened {

    @GET
    Envelope<Verbs.Item> get(@PathParam("fault") String fault);

    @GET
    CompletionStage<Envelope<Verbs.Item>> getLater(@PathParam("fault") String fault);
}
