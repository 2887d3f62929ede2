package io.github.buymed4j.rest.reply;

import jakarta.json.JsonValue;
import java.util.Locale;

/**
 * The value because of which a reply cannot be bound.
 *
 * @param path such as {@code data[3].invoice.taxCode}; empty for the whole reply
 * @param isExact true if it is this value itself, false if it is a value somewhere inside it
 */
record BindingFailure(String path, JsonValue value, boolean isExact) {

    /** The place and the JSON type; never the value, which may be personal data. */
    @Override
    public String toString() {
        String place = path.isEmpty() ? "it" : "its " + path;
        return isExact
                ? place + " is " + kind() + ", which does not fit there"
                : "a value somewhere in " + place + " does not fit there";
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
