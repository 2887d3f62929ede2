package io.github.buymed4j.it;

import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import io.github.buymed4j.rest.RequiresScope;
import io.github.buymed4j.rest.reply.Envelope;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A user's own REST client interface for what an account may read. */
@RegisterRestClient(configKey = "buymed")
@RegisterClientHeaders(BuymedHeadersFactory.class)
@BuymedCall
@Path("/api/v1/pharmacy/profile")
@Produces(MediaType.APPLICATION_JSON)
public interface Profiles {

    @GET
    @RequiresScope("pharmacy:profile:read")
    Envelope<JsonObject> profile();

    @GET
    @RequiresScope("pharmacy:profile:read")
    CompletionStage<Envelope<JsonObject>> profileLater();
}
