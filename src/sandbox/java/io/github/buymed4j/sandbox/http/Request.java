package io.github.buymed4j.sandbox.http;

import java.util.List;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param path decoded, without the context root
 * @param parameters of the query string
 * @param body as UTF-8 text
 */
public record Request(
        String method,
        String path,
        Parameters parameters,
        List<HeaderField> headers,
        String body,
        String remoteAddress) {
    public Request {
        headers = List.copyOf(headers);
    }

    public Optional<String> header(String name) {
        for (HeaderField field : headers) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    public long count(String name) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .count();
    }

    /** Prints neither headers nor parameters nor body: any of them may hold a secret. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
