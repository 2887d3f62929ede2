package io.github.buymed4j.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/**
 * Attaches the credentials of the current {@link BuymedCall}: {@code Client-ID}, {@code Client-Secret},
 * {@code X-Service-Region} and, if there is a token, {@code Authorization}. Copies nothing from an inbound request. The
 * REST client handles placeholders (seals) instead of the secrets; only the transport gets the secrets, after the
 * request's destination was checked. Outside a {@link BuymedCall} it throws {@link RequestRefusedException}, and the
 * request is not sent. The returned map is immutable: a factory that adds to it has to copy it.
 */
@ApplicationScoped
public class BuymedHeadersFactory implements ClientHeadersFactory {

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incomingHeaders, MultivaluedMap<String, String> clientOutgoingHeaders) {
        OutgoingRequest outgoing = OutgoingRequest.current();
        if (outgoing == null) {
            throw RequestRefusedException.outsideACall();
        }
        return outgoing.credentials().headers();
    }
}
