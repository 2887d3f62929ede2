package io.github.buymed4j.rest.reply;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The value that keeps a reply from being bound. Found by binding the values one by one, each alone in its place, because
 * what a JSON binding says of it differs from server to server, and repeats the value.
 *
 * @param path such as {@code data[3].invoice.taxCode}; empty for the whole
 */
record Misfit(String path, JsonValue value) {

    /** Takes JSON that cannot be bound, where it stands, and what tells whether JSON in its place can be bound. */
    static Misfit find(String path, JsonValue json, Predicate<JsonValue> binds) {
        if (json instanceof JsonObject object && binds.test(JsonValue.EMPTY_JSON_OBJECT)) {
            return inObject(path, object, binds);
        }
        if (json instanceof JsonArray array && binds.test(JsonValue.EMPTY_JSON_ARRAY)) {
            return inArray(path, array, binds);
        }
        return new Misfit(path, json);
    }

    private static Misfit inObject(String path, JsonObject object, Predicate<JsonValue> binds) {
        for (Map.Entry<String, JsonValue> field : object.entrySet()) {
            String name = field.getKey();
            Predicate<JsonValue> bindsAlone = value ->
                    binds.test(Json.createObjectBuilder().add(name, value).build());
            if (!bindsAlone.test(field.getValue())) {
                return find(path.isEmpty() ? name : path + "." + name, field.getValue(), bindsAlone);
            }
        }
        return new Misfit(path, object);
    }

    private static Misfit inArray(String path, JsonArray array, Predicate<JsonValue> binds) {
        Predicate<JsonValue> bindsAlone =
                value -> binds.test(Json.createArrayBuilder().add(value).build());
        for (int i = 0; i < array.size(); i++) {
            if (!bindsAlone.test(array.get(i))) {
                return find(path + "[" + i + "]", array.get(i), bindsAlone);
            }
        }
        return new Misfit(path, array);
    }

    /** Where and of which JSON type; never the value, which may be anybody's. */
    @Override
    public String toString() {
        return (path.isEmpty() ? "it" : "its " + path) + " is " + kind() + ", which does not fit there";
    }

    private String kind() {
        return switch (value.getValueType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case TRUE, FALSE, NULL -> value.getValueType().name().toLowerCase(Locale.ROOT);
        };
    }
}
