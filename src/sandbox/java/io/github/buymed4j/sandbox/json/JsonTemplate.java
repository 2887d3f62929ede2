package io.github.buymed4j.sandbox.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object with placeholders in its strings. A string that is only {@code {name}} becomes the value in the value's own
 * type; within a longer string the value becomes text.
 */
public final class JsonTemplate {
    private final Part object;

    private JsonTemplate(Part object) {
        this.object = object;
    }

    /** The JSON file that lies beside this class. */
    public static JsonTemplate of(Class<?> owner, String name) {
        return new JsonTemplate(object(JsonText.resource(owner, name).asJsonObject()));
    }

    /** Takes strings, whole numbers, decimals, booleans and JSON values. */
    public JsonObject fill(Map<String, ?> values) {
        return object.fill(values).asJsonObject();
    }

    private static Part part(JsonValue value) {
        if (value.toString().indexOf('{', 1) < 0) {
            return values -> value;
        }
        return switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject());
            case ARRAY -> array(value.asJsonArray());
            default -> string(((JsonString) value).getString());
        };
    }

    private static Part object(JsonObject object) {
        Map<String, Part> parts = new LinkedHashMap<>();
        object.forEach((name, value) -> parts.put(name, part(value)));
        return values -> {
            JsonObjectBuilder filled = JsonText.object();
            parts.forEach((name, part) -> filled.add(name, part.fill(values)));
            return filled.build();
        };
    }

    private static Part array(JsonArray array) {
        List<Part> parts = array.stream().map(JsonTemplate::part).toList();
        return values -> {
            JsonArrayBuilder filled = JsonText.array();
            parts.forEach(part -> filled.add(part.fill(values)));
            return filled.build();
        };
    }

    private static Part string(String text) {
        int close = text.indexOf('}');
        if (text.startsWith("{") && close == text.length() - 1) {
            String name = text.substring(1, close);
            return values -> json(named(name, values));
        }
        List<String> pieces = List.of(text.split("[{}]", -1)); // texts and names in turn
        return values -> {
            StringBuilder filled = new StringBuilder();
            for (int i = 0; i < pieces.size(); i++) {
                filled.append(i % 2 == 0 ? pieces.get(i) : named(pieces.get(i), values));
            }
            return JsonText.string(filled.toString());
        };
    }

    private static Object named(String name, Map<String, ?> values) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for {" + name + "}");
        }
        return value;
    }

    private static JsonValue json(Object value) {
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof BigDecimal decimal) {
            return JsonText.number(decimal);
        }
        return value instanceof Number number ? JsonText.number(number.longValue()) : JsonText.string(value.toString());
    }

    /** A part of the template, read once. */
    private interface Part {
        JsonValue fill(Map<String, ?> values);
    }
}
