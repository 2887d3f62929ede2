package io.github.buymed4j.rest.reply;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads times in half the time of the servers' JSON binding, for which the JDK makes a parser anew for each. */
final class Instants implements JsonbAdapter<@Nullable Instant, @Nullable String> {

    @Override
    public @Nullable String adaptToJson(@Nullable Instant value) {
        return value == null ? null : value.toString();
    }

    @Override
    public @Nullable Instant adaptFromJson(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(json).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.parse(json); // knows more, such as a leap second
        }
    }
}
