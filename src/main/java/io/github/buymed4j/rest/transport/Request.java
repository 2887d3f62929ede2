package io.github.buymed4j.rest.transport;

import java.net.URI;
import java.util.List;

/**
 * One request as it goes over the wire. May hold secrets, so that it prints none of its headers.
 *
 * @param headers without those that the transport sets itself: {@code Host}, {@code Content-Length} and the connection's own
 * @param body empty for a request without a body
 */
@SuppressWarnings("ArrayRecordComponent") // the body is handed over, and compared by nobody
public record Request(String method, URI address, List<HeaderField> headers, byte[] body) {

    public Request {
        headers = List.copyOf(headers);
    }

    /** The path and the query. */
    String target() {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    @Override
    public String toString() {
        return method + " request";
    }
}
