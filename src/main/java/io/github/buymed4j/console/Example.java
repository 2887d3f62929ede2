package io.github.buymed4j.console;

import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import io.github.buymed4j.rest.RequiresScope;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The requests of the page "Try", as a REST client interface like one that a user writes. */
@RegisterRestClient(configKey = BuymedCall.CONFIG_KEY)
@RegisterClientHeaders(BuymedHeadersFactory.class)
@BuymedCall
@RegisterProvider(value = Exchange.Recorder.class, priority = Integer.MAX_VALUE - 1)
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface Example {

    /** The platform's own example of a request. */
    @POST
    @Path("v1/endpoint")
    JsonObject post(JsonObject data);

    @GET
    @Path("api/v1/pharmacy/profile")
    @RequiresScope("pharmacy:profile:read")
    JsonObject profile();
}
