package io.github.buymed4j.internal.transport;

import java.net.URI;
import java.util.List;

/**
 * One request as it is sent. It may contain secrets, so that {@code toString} omits address, headers and body.
 *
 * @param headers all but those that the transport sets: {@code Host}, {@code Content-Length} and those of the
 *     connection
 * @param body empty for a request without a body
 */
@SuppressWarnings("ArrayRecordComponent") // the body is passed on and never compared
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
