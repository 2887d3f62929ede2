package io.github.buymed4j.battery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A REST client without buymed4j. */
@RegisterRestClient(configKey = "plain")
@Path("/faults/kept")
public interface Plain {

    @GET
    String get();
}
