package io.github.buymed4j.rest;

import io.github.buymed4j.config.Origin;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/**
 * The last look before a request is sent. Fails closed: a request that leaves the platform's origin, or that does not carry
 * each credential header exactly once with the value of its call, is not sent.
 */
final class OriginGuard implements ClientRequestFilter {

    private final Origin platform;

    OriginGuard(Origin platform) {
        this.platform = platform;
    }

    @Override
    public void filter(ClientRequestContext request) {
        Call call = Call.current();
        if (call == null) {
            throw refused(request, "it is not a @BuymedCall");
        }
        if (!platform.isOriginOf(request.getUri()) || request.getUri().getRawUserInfo() != null) {
            throw refused(
                    request, "its address " + originOf(request) + " is not that of buymed/mp-rest/url, " + platform);
        }
        Optional<String> wrong = call.wrongHeader(request.getHeaders());
        if (wrong.isPresent()) {
            throw refused(request, "it must carry the header " + wrong.get() + " once, as its call has it");
        }
        if (!request.hasEntity()) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    private static RequestRefusedException refused(ClientRequestContext request, String why) {
        MultivaluedMap<String, Object> headers = request.getHeaders();
        headers.remove(Call.CLIENT_SECRET);
        headers.remove(Call.AUTHORIZATION);
        return new RequestRefusedException(why);
    }

    private static String originOf(ClientRequestContext request) {
        try {
            return Origin.of(request.getUri()).toString();
        } catch (IllegalArgumentException e) {
            return "without a host";
        }
    }
}
