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

/** The application whose credentials the platform rejects for good. */
@RegisterRestClient(configKey = "buymed")
@RegisterClientHeaders(BuymedHeadersFactory.class)
@BuymedCall
@BuymedApplication("rejected")
@Path("/faults/{fault}")
@Produces(MediaType.APPLICATION_JSON)
public interface Rejected {

    @GET
    Envelope<Verbs.Item> get(@PathParam("fault") String fault);

    @GET
    CompletionStage<Envelope<Verbs.Item>> getLater(@PathParam("fault") String fault);
}
