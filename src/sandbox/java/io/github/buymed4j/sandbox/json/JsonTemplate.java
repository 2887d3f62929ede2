package io.github.buymed4j.sandbox.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A JSON object with placeholders in its strings. A string that is only {@code {name}} becomes the value in the value's own
 * type; within a longer string the value becomes text.
 */
public final class JsonTemplate {
    private final JsonObject template;

    private JsonTemplate(JsonObject template) {
        this.template = template;
    }

    /** The JSON file that lies beside this class. */
    public static JsonTemplate of(Class<?> owner, String name) {
        return new JsonTemplate(JsonText.resource(owner, name).asJsonObject());
    }

    /** Takes strings, whole numbers, decimals, booleans and JSON values. */
    public JsonObject fill(Map<String, ?> values) {
        return object(template, values);
    }

    private static JsonObject object(JsonObject object, Map<String, ?> values) {
        JsonObjectBuilder filled = JsonText.object();
        object.forEach((name, value) -> filled.add(name, value(value, values)));
        return filled.build();
    }

    private static JsonValue value(JsonValue value, Map<String, ?> values) {
        return switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject(), values);
            case ARRAY -> array(value.asJsonArray(), values);
            case STRING -> string((JsonString) value, values);
            default -> value;
        };
    }

    private static JsonArray array(JsonArray array, Map<String, ?> values) {
        JsonArrayBuilder filled = JsonText.array();
        array.forEach(value -> filled.add(value(value, values)));
        return filled.build();
    }

    private static JsonValue string(JsonString string, Map<String, ?> values) {
        String text = string.getString();
        int open = text.indexOf('{');
        if (open < 0) {
            return string;
        }
        int close = text.indexOf('}', open);
        return open == 0 && close == text.length() - 1
                ? json(named(text.substring(1, close), values))
                : JsonText.string(text(text, values));
    }

    private static String text(String text, Map<String, ?> values) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            filled.append(text, from, open).append(named(text.substring(open + 1, close), values));
            from = close + 1;
        }
        return filled.append(text, from, text.length()).toString();
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
}
