package io.github.buymed4j.console;

import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The platform's own example of a request, as a REST client interface like one that a user writes. */
@RegisterRestClient(configKey = BuymedCall.CONFIG_KEY)
@RegisterClientHeaders(BuymedHeadersFactory.class)
@BuymedCall
@Path("/v1/endpoint")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface Example {

    @POST
    JsonObject post(JsonObject data);
}
