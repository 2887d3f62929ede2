package io.github.buymed4j.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/**
 * Attaches the credentials of the current {@link BuymedCall}: {@code Client-ID}, {@code Client-Secret},
 * {@code X-Service-Region} and, where there is a token, {@code Authorization}. Copies nothing from an inbound request.
 * The secrets travel through the REST client sealed, and the transport alone gets the secrets, once it is known where the request goes.
 * Outside a {@link BuymedCall} it attaches nothing, and the request is not sent. The map that it returns cannot
 * be changed: a factory that adds to it copies it first.
 */
@ApplicationScoped
public class BuymedHeadersFactory implements ClientHeadersFactory {

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incomingHeaders, MultivaluedMap<String, String> clientOutgoingHeaders) {
        OutgoingRequest outgoing = OutgoingRequest.current();
        return outgoing == null
                ? CallCredentials.NO_HEADERS
                : outgoing.credentials().headers();
    }
}
