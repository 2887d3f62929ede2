package io.github.buymed4j.pharmacy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text for a query parameter, spelled in letters, digits, {@code .}, {@code -} and {@code _} until {@link QueryTexts} gives
 * it its real form. On the way there Jersey would take a brace for a template and {@code %41} for an {@code A}, and RESTEasy
 * would encode what is encoded already.
 */
public final class QueryText {

    private final String escaped;

    private QueryText(String escaped) {
        this.escaped = escaped;
    }

    /** Named as Jersey wants it of a type for parameters. */
    public static QueryText valueOf(String text) {
        return new QueryText(URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("_", "%5F")
                .replace("*", "%2A")
                .replace("+", "%20")
                .replace('%', '_'));
    }

    /** Null for null, which leaves the parameter out. */
    static @Nullable QueryText ofNullable(@Nullable Object value) {
        return value == null ? null : valueOf(value.toString());
    }

    /** The query with each such text in it percent-encoded. */
    static String encoded(String query) {
        return query.replace('_', '%');
    }

    @Override
    public String toString() {
        return escaped;
    }
}
