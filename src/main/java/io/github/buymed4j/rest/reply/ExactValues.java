package io.github.buymed4j.rest.reply;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
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

    private static @Nullable BigDecimal number(@Nullable JsonValue json) {
        if (json == null || json == JsonValue.NULL) {
            return null;
        }
        if (json instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        if (json instanceof JsonString text && text.getChars().length() <= MOST_CHARACTERS) {
            BigDecimal number = new BigDecimal(text.getString());
            if (Math.abs((long) number.scale()) <= LARGEST_SCALE) {
                return number;
            }
        }
        throw new IllegalArgumentException("not a number, or out of bounds");
    }

    private static final class OfLong implements JsonbAdapter<@Nullable Long, @Nullable JsonValue> {

        @Override
        public @Nullable JsonValue adaptToJson(@Nullable Long value) {
            return value == null ? null : JSON.createValue(value);
        }

        @Override
        public @Nullable Long adaptFromJson(@Nullable JsonValue json) {
            if (json instanceof JsonNumber number) {
                return number.longValueExact();
            }
            BigDecimal number = number(json);
            return number == null ? null : number.longValueExact();
        }
    }

    private static final class OfInteger implements JsonbAdapter<@Nullable Integer, @Nullable JsonValue> {

        @Override
        public @Nullable JsonValue adaptToJson(@Nullable Integer value) {
            return value == null ? null : JSON.createValue(value);
        }

        @Override
        public @Nullable Integer adaptFromJson(@Nullable JsonValue json) {
            if (json instanceof JsonNumber number) {
                return number.intValueExact();
            }
            BigDecimal number = number(json);
            return number == null ? null : number.intValueExact();
        }
    }

    private static final class OfBigDecimal implements JsonbAdapter<@Nullable BigDecimal, @Nullable JsonValue> {

        @Override
        public @Nullable JsonValue adaptToJson(@Nullable BigDecimal value) {
            return value == null ? null : JSON.createValue(value);
        }

        @Override
        public @Nullable BigDecimal adaptFromJson(@Nullable JsonValue json) {
            return number(json);
        }
    }

    private static final class OfBigInteger implements JsonbAdapter<@Nullable BigInteger, @Nullable JsonValue> {

        @Override
        public @Nullable JsonValue adaptToJson(@Nullable BigInteger value) {
            return value == null ? null : JSON.createValue(value);
        }

        @Override
        public @Nullable BigInteger adaptFromJson(@Nullable JsonValue json) {
            BigDecimal number = number(json);
            return number == null ? null : number.toBigIntegerExact();
        }
    }

    private static final class OfBoolean implements JsonbAdapter<@Nullable Boolean, @Nullable JsonValue> {

        @Override
        public @Nullable JsonValue adaptToJson(@Nullable Boolean value) {
            return value == null ? null : value ? JsonValue.TRUE : JsonValue.FALSE;
        }

        @Override
        public @Nullable Boolean adaptFromJson(@Nullable JsonValue json) {
            return switch (json instanceof JsonString text ? text.getString() : String.valueOf(json)) {
                case "true" -> true;
                case "false" -> false;
                case "null" -> null;
                default -> throw new IllegalArgumentException("neither true nor false");
            };
        }
    }
}
