package io.github.buymed4j.pharmacy;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes texts of a request's parameters. Without it Jersey looks by reflection for a way to, for each one of each request. */
public final class ParameterTexts implements ParamConverterProvider {

    private static final Set<Class<?>> TYPES = Set.of(int.class, String.class, QueryText.class);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return TYPES.contains(type) ? new ToText<>() : null;
    }

    private static final class ToText<T> implements ParamConverter<T> {

        @Override
        public T fromString(@Nullable String text) {
            throw new UnsupportedOperationException("Parameters are sent, not received");
        }

        @Override
        public @Nullable String toString(@Nullable T value) {
            return value == null ? null : value.toString();
        }
    }
}
