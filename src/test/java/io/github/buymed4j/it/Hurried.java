package io.github.buymed4j.it;

import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import io.github.buymed4j.rest.reply.Envelope;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A user's own interface, with a timeout of its own. */
@RegisterRestClient(configKey = "buymed")
@RegisterClientHeaders(BuymedHeadersFactory.class)
@BuymedCall
@Path("/faults/{fault}")
@Produces(MediaType.APPLICATION_JSON)
public interface Hurried {

    @GET
    Envelope<JsonObject> plain(@PathParam("fault") String fault);
}
