package io.github.buymed4j.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** URL-encoded names and values, of a query string or of a posted form. The first of several equal names counts. */
public final class Parameters {
    private final Map<String, String> values = new LinkedHashMap<>();

    private Parameters() {}

    /** What is not properly encoded is taken as it is. */
    public static Parameters decode(@Nullable String text) {
        Parameters parameters = new Parameters();
        if (text != null && !text.isEmpty()) {
            for (String pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.values.putIfAbsent(decoded(name), decoded(value));
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

    /** The first of these names that is there and not blank. */
    public Optional<String> first(String... names) {
        for (String name : names) {
            String value = values.get(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Prints names only. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
