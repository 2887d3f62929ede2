package io.github.buymed4j.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/**
 * Attaches the credentials of the current {@link BuymedCall}: {@code Client-ID}, {@code Client-Secret},
 * {@code X-Service-Region} and, where there is a token, {@code Authorization}. Copies nothing from an inbound request.
 * The secrets travel through the REST client sealed, and {@link OriginGuard} opens them once it knows where the request goes.
 * Outside a {@link BuymedCall} it attaches nothing, and {@link OriginGuard} stops the request. The map that it returns cannot
 * be changed: a factory that adds to it copies it first.
 */
@ApplicationScoped
public class BuymedHeadersFactory implements ClientHeadersFactory {

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incomingHeaders, MultivaluedMap<String, String> clientOutgoingHeaders) {
        Call call = Call.current();
        return call == null ? Call.NO_HEADERS : call.headers();
    }
}
