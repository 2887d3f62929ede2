package io.github.buymed4j.rest;

import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts texts and numbers to path and query parameters for Jersey. Without it, Jersey looks up a converter for each
 * parameter of each call and throws several exceptions meanwhile, takes the braces in a text of a query for a template,
 * and sends {@code %41} as it is, which then arrives as {@code A}.
 */
final class PlainParameters implements ParamConverterProvider {

    private static final Map<Class<?>, ParamConverter<?>> CONVERTERS = Map.of(
            String.class, new Plain<>(Function.identity()),
            Integer.class, new Plain<>(Integer::valueOf),
            int.class, new Plain<>(Integer::valueOf),
            Long.class, new Plain<>(Long::valueOf),
            long.class, new Plain<>(Long::valueOf),
            Boolean.class, new Plain<>(Boolean::valueOf),
            boolean.class, new Plain<>(Boolean::valueOf));

    private static final ParamConverter<String> QUERY_TEXT = new QueryText();

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the converter is for this class; null if there is none
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return (ParamConverter<T>) (type == String.class && isOfQuery(annotations) ? QUERY_TEXT : CONVERTERS.get(type));
    }

    /** False for a text that the caller has encoded. */
    private static boolean isOfQuery(Annotation[] annotations) {
        return Stream.of(annotations).anyMatch(QueryParam.class::isInstance)
                && Stream.of(annotations).noneMatch(Encoded.class::isInstance);
    }

    /** Encodes the characters that Jersey does not encode in a query. */
    private static final class QueryText implements ParamConverter<String> {

        @Override
        public String fromString(String value) {
            return value;
        }

        @Override
        @SuppressWarnings("NullAway") // as for Plain
        public String toString(@Nullable String value) {
            return value == null
                    ? null
                    : value.replace("%", "%25").replace("{", "%7B").replace("}", "%7D");
        }
    }

    private record Plain<T>(Function<String, T> parser) implements ParamConverter<T> {

        @Override
        public T fromString(String value) {
            return parser.apply(value);
        }

        /** Null for a null argument, so that the parameter is omitted. */
        @Override
        @SuppressWarnings("NullAway")
        public String toString(@Nullable T value) {
            return value == null ? null : value.toString();
        }
    }
}
