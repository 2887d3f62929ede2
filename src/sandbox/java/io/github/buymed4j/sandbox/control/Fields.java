package io.github.buymed4j.sandbox.control;

import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The fields of a control request's object; a wrong one is refused with 400, naming it. */
record Fields(JsonObject json) {
    private static final long TEN_YEARS = 315_360_000;

    /** An empty body is an empty object. */
    static Fields of(String body) {
        return body.isBlank()
                ? new Fields(JsonValue.EMPTY_JSON_OBJECT)
                : new Fields(JsonText.readObject(body).orElseThrow(() -> wrong("body", "a JSON object")));
    }

    static Refusal wrong(String name, String expected) {
        return Refusal.invalid("INVALID_FIELD", name + " must be " + expected);
    }

    Optional<JsonValue> value(String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> value != JsonValue.NULL);
    }

    /** A number is taken for its digits. */
    Optional<String> text(String name) {
        return value(name).map(value -> {
            if (value instanceof JsonString string) {
                return string.getString();
            }
            if (value instanceof JsonNumber number) {
                return number.toString();
            }
            throw wrong(name, "a string");
        });
    }

    long whole(String name, long otherwise, long smallest, long largest) {
        return value(name)
                .map(value -> {
                    if (value instanceof JsonNumber number
                            && number.isIntegral()
                            && number.longValue() >= smallest
                            && number.longValue() <= largest) {
                        return number.longValue();
                    }
                    throw wrong(name, "a whole number from " + smallest + " to " + largest);
                })
                .orElse(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        return value(name)
                .map(value -> {
                    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
                        return value == JsonValue.TRUE;
                    }
                    throw wrong(name, "true or false");
                })
                .orElse(otherwise);
    }

    Duration seconds(String name, Duration otherwise) {
        return Duration.ofSeconds(whole(name, otherwise.toSeconds(), 0, TEN_YEARS));
    }

    Instant time(String name, Instant otherwise) {
        try {
            return text(name).map(Instant::parse).orElse(otherwise);
        } catch (DateTimeException notATime) {
            throw wrong(name, "a time such as 2024-10-01T06:57:09.079Z");
        }
    }

    List<String> texts(String name, List<String> otherwise) {
        return value(name)
                .map(value -> {
                    if (value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
                        return array.getValuesAs(JsonString::getString);
                    }
                    throw wrong(name, "an array of strings");
                })
                .orElse(otherwise);
    }
}
