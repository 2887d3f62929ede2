package io.github.buymed4j.bench.war;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** The least that a headers factory can do: as many headers as ours, in a new map, whose values are constants. */
@ApplicationScoped
public class ConstantHeaders implements ClientHeadersFactory {

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incomingHeaders, MultivaluedMap<String, String> clientOutgoingHeaders) {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>(8);
        headers.putSingle("Client-ID", "the id");
        headers.putSingle("Client-Secret", "the secret");
        headers.putSingle("X-Service-Region", "vn");
        headers.putSingle("Authorization", "Bearer of nothing");
        return headers;
    }
}
