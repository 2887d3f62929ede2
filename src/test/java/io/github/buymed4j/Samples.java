package io.github.buymed4j;

import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.internal.config.Settings;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes an object of any type by its widest constructor, with a secret wherever it takes one. */
final class Samples {

    private static final List<Object> KNOWN = List.of(
            "text",
            1,
            1L,
            true,
            BigDecimal.ONE,
            Instant.EPOCH,
            Duration.ofSeconds(1),
            LocalDate.EPOCH,
            InstantSource.fixed(Instant.EPOCH),
            URI.create("https://platform.example/"),
            MediaType.APPLICATION_JSON_TYPE,
            new IOException("text"));

    private static final int DEEPEST = 20;

    /** How many types are being made, one for a component of the other; a type may hold another one of its own. */
    private static int depth;

    private Samples() {}

    static Object of(Class<?> type, String secret) {
        if (type == BuymedConfig.class) {
            return config(secret);
        }
        if (type == Settings.class) {
            return config(secret).settings();
        }
        Constructor<?> widest = Arrays.stream(type.getDeclaredConstructors())
                .max(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow();
        widest.setAccessible(true);
        depth++;
        try {
            return widest.newInstance(Arrays.stream(widest.getGenericParameterTypes())
                    .map(parameter -> value(parameter, secret))
                    .toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type.getName() + " cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be made", e);
        } finally {
            depth--;
        }
    }

    private static @Nullable Object value(Type type, String secret) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Function.class) {
                return (Function<Object, @Nullable Object>) asked -> value(arguments[1], secret);
            }
            return container((Class<?>) generic.getRawType(), value(arguments[0], secret), secret);
        }
        return type instanceof Class<?> simple ? simple(simple, secret) : "thing";
    }

    private static @Nullable Object container(Class<?> type, @Nullable Object content, String secret) {
        if (type == Optional.class) {
            return Optional.ofNullable(content);
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == List.class) {
            return List.of(content);
        }
        return type == Set.class ? Set.of(content) : simple(type, secret);
    }

    private static @Nullable Object simple(Class<?> type, String secret) {
        if (type == Secret.class) {
            return Secret.of(secret);
        }
        Optional<Object> known = KNOWN.stream().filter(type::isInstance).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        if (type == double.class) {
            return 0.5;
        }
        if (type.isPrimitive()) {
            Object array = Array.newInstance(type, 1);
            if (type != boolean.class) {
                Array.setByte(array, 0, (byte) 1);
            }
            return Array.get(array, 0);
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isInterface()) {
            return standIn(type);
        }
        return type.getName().startsWith("java") || depth > DEEPEST ? null : of(type, secret);
    }

    private static BuymedConfig config(String secret) {
        return new BuymedConfig(SettableSource.config(
                SettableSource.of(Map.of("buymed.client-id", "buymed_app_987654321", "buymed.client-secret", secret))));
    }

    /** Knows nothing, and does nothing. */
    private static Object standIn(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            Class<?> returned = method.getReturnType();
            if (method.getName().equals("toString")) {
                return "a stand-in";
            }
            if (returned == Optional.class) {
                return Optional.empty();
            }
            return returned.isPrimitive() && returned != void.class
                    ? Array.get(Array.newInstance(returned, 1), 0)
                    : null;
        });
    }
}
