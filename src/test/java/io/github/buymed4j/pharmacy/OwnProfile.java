package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** An interface of a user's own. */
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
