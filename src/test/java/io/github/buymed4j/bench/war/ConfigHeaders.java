package io.github.buymed4j.bench.war;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** As one would write it first: as {@link ConstantHeaders}, but reads the id and the secret from the configuration on each call. */
@ApplicationScoped
public class ConfigHeaders implements ClientHeadersFactory {

    @Inject
    private Config config;

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incomingHeaders, MultivaluedMap<String, String> clientOutgoingHeaders) {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>(8);
        headers.putSingle("Client-ID", config.getValue("buymed.client-id", String.class));
        headers.putSingle("Client-Secret", config.getValue("buymed.client-secret", String.class));
        headers.putSingle("X-Service-Region", "vn");
        headers.putSingle("Authorization", "Bearer of nothing");
        return headers;
    }
}
