package io.github.buymed4j.pharmacy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The value of a query parameter, escaped to letters, digits, {@code .}, {@code -} and {@code _} until
 * {@link QueryTexts} percent-encodes it. Otherwise Jersey would read a brace as a template and {@code %41} as
 * {@code A}, and RESTEasy would encode a value that is already encoded.
 */
public final class QueryText {

    private final String escaped;

    private QueryText(String escaped) {
        this.escaped = escaped;
    }

    /** Jersey requires this method name of a parameter type. */
    public static QueryText valueOf(String text) {
        return new QueryText(URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("_", "%5F")
                .replace("*", "%2A")
                .replace("+", "%20")
                .replace('%', '_'));
    }

    /** Null for null, so that the parameter is omitted. */
    static @Nullable QueryText ofNullable(@Nullable Object value) {
        return value == null ? null : valueOf(value.toString());
    }

    /** The query string with every escaped value percent-encoded. */
    static String encoded(String query) {
        return query.replace('_', '%');
    }

    @Override
    public String toString() {
        return escaped;
    }
}
