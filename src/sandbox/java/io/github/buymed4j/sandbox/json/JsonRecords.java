package io.github.buymed4j.sandbox.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Records as JSON objects, each component under its name. A component is a text, a whole number, a boolean, an enum, an
 * {@link Instant}, a record, or a list, a set or a map (with texts as keys) of these.
 */
public final class JsonRecords {

    private JsonRecords() {}

    public static String write(Record value) {
        return object(value).toString();
    }

    private static JsonObject object(Record value) {
        JsonObjectBuilder object = JsonText.object();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            object.add(component.getName(), value(component(value, component)));
        }
        return object.build();
    }

    private static Object component(Record value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return Objects.requireNonNull(component.getAccessor().invoke(value));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonValue value(Object value) {
        if (value instanceof Record part) {
            return object(part);
        }
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = JsonText.object();
            map.forEach((key, part) -> object.add((String) key, value(part)));
            return object.build();
        }
        if (value instanceof Collection<?> list) {
            JsonArrayBuilder array = JsonText.array();
            list.forEach(part -> array.add(value(part)));
            return array.build();
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Long || value instanceof Integer) {
            return JsonText.number(((Number) value).longValue());
        }
        return JsonText.string(value instanceof Enum<?> constant ? constant.name() : value.toString());
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static <T extends Record> T read(String text, Class<T> type) {
        try {
            return type.cast(record(JsonText.readObject(text).orElseThrow(), type));
        } catch (ReflectiveOperationException | RuntimeException notOurs) {
            throw new IllegalArgumentException("not a " + type.getSimpleName(), notOurs);
        }
    }

    private static Object record(JsonObject object, Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(object.getValue("/" + components[i].getName()), components[i].getGenericType());
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object read(JsonValue json, Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType collection) {
            return collection(json, (Class<?>) collection.getRawType(), collection.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(json.asJsonObject(), plain);
        }
        if (plain == boolean.class) {
            return json == JsonValue.TRUE;
        }
        if (plain == int.class) {
            return ((JsonNumber) json).intValueExact();
        }
        if (plain == long.class) {
            return ((JsonNumber) json).longValueExact();
        }
        String text = ((JsonString) json).getString();
        return plain.isEnum() ? constant(text, plain) : plain == Instant.class ? Instant.parse(text) : text;
    }

    private static Object constant(String name, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Object collection(JsonValue json, Class<?> type, Type[] of) throws ReflectiveOperationException {
        if (type == Map.class) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (Map.Entry<String, JsonValue> entry : json.asJsonObject().entrySet()) {
                map.put(entry.getKey(), read(entry.getValue(), of[1]));
            }
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (JsonValue part : json.asJsonArray()) {
            list.add(read(part, of[0]));
        }
        return type == Set.class ? new LinkedHashSet<>(list) : list;
    }
}
