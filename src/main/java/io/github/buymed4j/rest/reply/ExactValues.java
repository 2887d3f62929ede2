package io.github.buymed4j.rest.reply;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * JSON-B adapters that read numbers and booleans exactly, and times fast. The servers' JSON-B implementations silently
 * change values that do not fit: an id that is too large becomes another id, and 1 becomes {@code false}. Numbers in
 * quotes are accepted too, within the same bounds that {@link WholeJson} checks for numbers without quotes.
 */
final class ExactValues {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int MOST_CHARACTERS = 100;
    private static final int LARGEST_SCALE = 1000;

    private ExactValues() {}

    static JsonbConfig config() {
        return new JsonbConfig()
                .withAdapters(
                        new OfLong(),
                        new OfInteger(),
                        new OfBigDecimal(),
                        new OfBigInteger(),
                        new OfBoolean(),
                        new Instants());
    }

    /** Repeating the interface in the subclasses tells JSON-B the type. */
    private abstract static class OfNumber<T extends Number> implements JsonbAdapter<@Nullable T, @Nullable JsonValue> {

        private final Function<T, JsonNumber> toJson;
        private final Function<JsonNumber, T> exactly;

        OfNumber(Function<T, JsonNumber> toJson, Function<JsonNumber, T> exactly) {
            this.toJson = toJson;
            this.exactly = exactly;
        }

        @Override
        public @Nullable JsonValue adaptToJson(@Nullable T value) {
            return value == null ? null : toJson.apply(value);
        }

        @Override
        public @Nullable T adaptFromJson(@Nullable JsonValue json) {
            if (json == null || json == JsonValue.NULL) {
                return null;
            }
            return exactly.apply(json instanceof JsonNumber number ? number : quoted(json));
        }

        private static JsonNumber quoted(JsonValue json) {
            if (json instanceof JsonString text && text.getChars().length() <= MOST_CHARACTERS) {
                BigDecimal number = new BigDecimal(text.getString());
                if (Math.abs((long) number.scale()) <= LARGEST_SCALE) {
                    return JSON.createValue(number);
                }
            }
            throw new IllegalArgumentException("not a number, or out of bounds");
        }
    }

    private static final class OfLong extends OfNumber<Long>
            implements JsonbAdapter<@Nullable Long, @Nullable JsonValue> {

        OfLong() {
            super(JSON::createValue, JsonNumber::longValueExact);
        }
    }

    private static final class OfInteger extends OfNumber<Integer>
            implements JsonbAdapter<@Nullable Integer, @Nullable JsonValue> {

        OfInteger() {
            super(JSON::createValue, JsonNumber::intValueExact);
        }
    }

    private static final class OfBigDecimal extends OfNumber<BigDecimal>
            implements JsonbAdapter<@Nullable BigDecimal, @Nullable JsonValue> {

        OfBigDecimal() {
            super(JSON::createValue, JsonNumber::bigDecimalValue);
        }
    }

    private static final class OfBigInteger extends OfNumber<BigInteger>
            implements JsonbAdapter<@Nullable BigInteger, @Nullable JsonValue> {

        OfBigInteger() {
            super(JSON::createValue, JsonNumber::bigIntegerValueExact);
        }
    }

    private static final class OfBoolean implements JsonbAdapter<@Nullable Boolean, @Nullable JsonValue> {

        @Override
        public @Nullable JsonValue adaptToJson(@Nullable Boolean value) {
            return value == null ? null : value ? JsonValue.TRUE : JsonValue.FALSE;
        }

        @Override
        public @Nullable Boolean adaptFromJson(@Nullable JsonValue json) {
            if (json == null || json == JsonValue.NULL) {
                return null;
            }
            if (json == JsonValue.TRUE || json == JsonValue.FALSE) {
                return json == JsonValue.TRUE;
            }
            return quoted(json);
        }

        private static @Nullable Boolean quoted(JsonValue json) {
            return switch (json instanceof JsonString text ? text.getString() : "") {
                case "true" -> true;
                case "false" -> false;
                case "null" -> null;
                default -> throw new IllegalArgumentException("neither true nor false");
            };
        }
    }
}
