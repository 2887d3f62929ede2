package io.github.buymed4j.it;

import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A JAX-RS resource that calls the platform while it answers a request with headers of its own. */
@Path("relay")
public class Relay {

    @Inject
    @RestClient
    private Ordering ordering;

    @GET
    public String relay() {
        return ordering.post(new Ordering.Data("relayed", 1)).status();
    }

    /** Puts the resource at {@code /rest}. */
    @ApplicationPath("rest")
    public static class Rest extends Application {}
}
