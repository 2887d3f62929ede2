package io.github.buymed4j.pharmacy;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;

/** Percent-encodes each {@link QueryText} in a request's URI. */
public final class QueryTexts implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        URI address = request.getUri();
        String query = address.getRawQuery();
        if (query != null && query.indexOf('_') >= 0) {
            String text = address.toString();
            int start = text.indexOf('?') + 1;
            request.setUri(URI.create(text.substring(0, start) + QueryText.encoded(query)));
        }
    }
}
