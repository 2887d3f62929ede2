package io.github.buymed4j.sandbox.http;

import java.util.List;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param root where the sandbox lives, such as {@code /sandbox}
 * @param path decoded, below the root
 * @param parameters of the query string
 * @param body as UTF-8 text
 * @param host by which it was called, without the port
 */
public record Request(
        String method,
        String root,
        String path,
        Parameters parameters,
        List<HeaderField> headers,
        String body,
        String remoteAddress,
        String host) {
    public Request {
        headers = List.copyOf(headers);
    }

    public boolean isPost() {
        return method.equals("POST");
    }

    /** Where it was sent to, query and all. */
    public String address() {
        String query = parameters.encode();
        return root + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** The value of the first header of this name. */
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

    public Optional<String> cookie(String name) {
        String prefix = name + "=";
        for (String cookie : header("Cookie").orElse("").split(";", -1)) {
            if (cookie.strip().startsWith(prefix)) {
                return Optional.of(cookie.strip().substring(prefix.length()));
            }
        }
        return Optional.empty();
    }

    /** The fields of a posted form. */
    public Parameters form() {
        return Parameters.decode(body);
    }

    /** Prints neither headers nor parameters nor body: any of them may hold a secret. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
