package io.github.buymed4j.pharmacy;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * A body that the vendor does not document: the JSON as received, and methods for fields that it probably has. A field
 * that is missing or has another type is empty. Expect changes.
 */
public interface Undocumented {

    /** The complete JSON object. */
    JsonObject json();

    /** A field that is a text. */
    default Optional<String> text(String field) {
        return json().get(field) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    /** A field that is a whole number, even if it is written as {@code 1000.0} or {@code 1e3}. */
    default Optional<Long> number(String field) {
        try {
            return json().get(field) instanceof JsonNumber number
                    ? Optional.of(number.bigDecimalValue().longValueExact())
                    : Optional.empty();
        } catch (ArithmeticException notAWholeNumberOrTooLarge) {
            return Optional.empty();
        }
    }

    /** A field that is true or false. */
    default Optional<Boolean> flag(String field) {
        JsonValue value = json().get(field);
        return JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)
                ? Optional.of(JsonValue.TRUE.equals(value))
                : Optional.empty();
    }
}
