package io.github.buymed4j.internal.transport;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request. Its headers have seals in the place of secrets; its body may contain a secret and its address personal
 * values, so that {@code toString} omits them.
 *
 * @param template the path with parameters in braces instead of values, for telemetry; null if unknown
 * @param headers all but those that the transport sets: {@code Host}, {@code Content-Length} and those of the
 *     connection
 * @param body empty for a request without a body
 */
@SuppressWarnings("ArrayRecordComponent") // the body is passed on and never compared
public record Request(String method, URI address, @Nullable String template, List<HeaderField> headers, byte[] body) {

    /** Query parameters whose values are never personal; the value of any other may be a customer's. */
    public static final Set<String> IMPERSONAL_PARAMETERS =
            Set.of("page", "limit", "fromDate", "toDate", "status", "sortBy", "sortOrder");

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
