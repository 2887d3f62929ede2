package io.github.buymed4j.rest;

import io.github.buymed4j.config.Origin;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/**
 * The last look before a request is sent. Fails closed: a request that leaves the platform's origin, or that does not carry
 * each credential header exactly once as its call has it, is not sent; only then are the secrets put in.
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
            throw new RequestRefusedException("it is not a @BuymedCall");
        }
        if (!platform.isOriginOf(request.getUri()) || request.getUri().getRawUserInfo() != null) {
            throw new RequestRefusedException(
                    "its address " + originOf(request) + " is not that of buymed/mp-rest/url, " + platform);
        }
        Optional<String> wrong = call.wrongHeader(request.getHeaders());
        if (wrong.isPresent()) {
            throw new RequestRefusedException("it must carry the header " + wrong.get() + " once, as its call has it");
        }
        call.unseal(request.getHeaders());
        if (!request.hasEntity()) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    private static String originOf(ClientRequestContext request) {
        try {
            return Origin.of(request.getUri()).toString();
        } catch (IllegalArgumentException e) {
            return "without a host";
        }
    }
}
