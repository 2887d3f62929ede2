package io.github.buymed4j.rest.client;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Converts texts and numbers to path and query parameters. Without it, Jersey looks up a converter for each parameter
 * of each call and throws several exceptions meanwhile.
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

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the converter is for this class; null if there is none
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return (ParamConverter<T>) CONVERTERS.get(type);
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
