package io.github.buymed4j.rest.reply;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole numbers and booleans exactly, and times fast. The servers' JSON binding cuts off what does not fit: of an id that is too large
 * it makes another id, of a 1 it makes {@code false}.
 */
final class ExactValues {

    private ExactValues() {}

    static JsonbConfig config() {
        return new JsonbConfig().withAdapters(new OfLong(), new OfInteger(), new OfBoolean(), new Instants());
    }

    private static final class OfLong implements JsonbAdapter<@Nullable Long, @Nullable BigDecimal> {

        @Override
        public @Nullable BigDecimal adaptToJson(@Nullable Long value) {
            return value == null ? null : BigDecimal.valueOf(value);
        }

        @Override
        public @Nullable Long adaptFromJson(@Nullable BigDecimal json) {
            return json == null ? null : json.longValueExact();
        }
    }

    private static final class OfInteger implements JsonbAdapter<@Nullable Integer, @Nullable BigDecimal> {

        @Override
        public @Nullable BigDecimal adaptToJson(@Nullable Integer value) {
            return value == null ? null : BigDecimal.valueOf(value);
        }

        @Override
        public @Nullable Integer adaptFromJson(@Nullable BigDecimal json) {
            return json == null ? null : json.intValueExact();
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
