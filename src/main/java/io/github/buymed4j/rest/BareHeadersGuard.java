package io.github.buymed4j.rest;

import io.github.buymed4j.config.Origin;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/**
 * The last look before a request is sent that carries credentials in its body. Fails closed: a request that leaves its
 * origin, or that carries credentials in a header as well, is not sent.
 */
final class BareHeadersGuard implements ClientRequestFilter {

    private static final List<String> UNWANTED =
            List.of(Call.CLIENT_ID, Call.CLIENT_SECRET, Call.AUTHORIZATION, HttpHeaders.COOKIE);

    private final Origin origin;

    BareHeadersGuard(Origin origin) {
        this.origin = origin;
    }

    @Override
    public void filter(ClientRequestContext request) {
        if (!origin.isOriginOf(request.getUri()) || request.getUri().getRawUserInfo() != null) {
            throw new RequestRefusedException("its address is not that of " + origin);
        }
        for (String header : UNWANTED) {
            if (request.getHeaders().containsKey(header)) {
                request.getHeaders().remove(header);
                throw new RequestRefusedException("it must not carry the header " + header);
            }
        }
    }
}
