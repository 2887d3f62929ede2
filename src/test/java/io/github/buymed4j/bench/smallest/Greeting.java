package io.github.buymed4j.bench.smallest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@Named
@RequestScoped
public class Greeting {

    @Inject
    @RestClient
    private Remote remote;

    public String getText() {
        return remote.greeting();
    }
}
