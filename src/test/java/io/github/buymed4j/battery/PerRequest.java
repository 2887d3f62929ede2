package io.github.buymed4j.battery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A bean that lives for one request, and its REST client with it. */
@RequestScoped
public class PerRequest {

    @Inject
    @RestClient
    private Verbs verbs;

    Object get(String fault) {
        return verbs.get(fault);
    }
}
