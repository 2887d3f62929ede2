package io.github.buymed4j.bench.smallest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@Path("/greeting")
@RegisterRestClient(baseUri = "http://127.0.0.1:1")
public interface Remote {

    @GET
    String greeting();
}
