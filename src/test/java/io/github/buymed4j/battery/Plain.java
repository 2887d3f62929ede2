package io.github.buymed4j.battery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A REST client without buymed4j, which gets its headers from a factory as one with credentials does. */
@RegisterRestClient(configKey = "plain")
@RegisterClientHeaders(PlainHeaders.class)
@Path("/faults/kept")
public interface Plain {

    @GET
    String get();
}
