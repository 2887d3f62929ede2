package io.github.buymed4j.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** URL-encoded names and values, of a query string or of a posted form. */
public final class Parameters {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Parameters() {}

    /** What is not properly encoded is taken as it is. */
    public static Parameters decode(@Nullable String text) {
        Parameters parameters = new Parameters();
        if (text != null && !text.isEmpty()) {
            for (String pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters
                        .values
                        .computeIfAbsent(decoded(name), first -> new ArrayList<>(1))
                        .add(decoded(value));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** The first of these names that is there and not blank; of several values, the first one. */
    public Optional<String> first(String... names) {
        for (String name : names) {
            List<String> found = all(name);
            if (!found.isEmpty() && !found.get(0).isBlank()) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** As a query string again. */
    public String encode() {
        return values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> URLEncoder.encode(entry.getKey(), UTF_8) + "=" + URLEncoder.encode(value, UTF_8)))
                .collect(Collectors.joining("&"));
    }

    /** Prints names only. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
