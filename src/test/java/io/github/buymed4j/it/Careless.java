package io.github.buymed4j.it;

import io.github.buymed4j.rest.BuymedHeadersFactory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Attaches the credentials without being a call: to be refused by name. */
@RegisterRestClient(configKey = "buymed")
@RegisterClientHeaders(BuymedHeadersFactory.class)
@Path("/v1/endpoint")
public interface Careless {

    @GET
    String get();
}
