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
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A user's own interface with annotations of MicroProfile Fault Tolerance, whose values the configuration changes. */
@RegisterRestClient(configKey = "buymed")
@RegisterClientHeaders(BuymedHeadersFactory.class)
@BuymedCall
@Path("/faults/{fault}")
@Produces(MediaType.APPLICATION_JSON)
public interface Tolerant {

    @GET
    Envelope<JsonObject> plain(@PathParam("fault") String fault);

    @GET
    @Timeout(600_000)
    Envelope<JsonObject> timed(@PathParam("fault") String fault);

    @GET
    @CircuitBreaker(requestVolumeThreshold = 1_000, delay = 600_000)
    Envelope<JsonObject> broken(@PathParam("fault") String fault);
}
