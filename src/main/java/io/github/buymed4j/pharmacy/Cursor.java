package io.github.buymed4j.pharmacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A {@link Mark} as a text to keep: opaque, fit for an address, without anything of the query but its fingerprint. */
final class Cursor {

    /** Of the keys, as many as can be on the page that is read next and the one before it. */
    private static final int MOST_KEYS = 2 * Page.LARGEST;

    private Cursor() {}

    static String write(Mark mark, String fingerprint) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("of", fingerprint)
                .add("page", mark.page())
                .add("total", mark.total());
        if (mark.time() != null) {
            json.add("time", mark.time().toString());
        }
        List<String> keys = mark.keys();
        json.add("keys", Json.createArrayBuilder(keys.subList(Math.max(0, keys.size() - MOST_KEYS), keys.size())));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.build().toString().getBytes(UTF_8));
    }

    static Mark read(String cursor, String fingerprint) {
        try (JsonReader reader = Json.createReader(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)))) {
            JsonObject json = reader.readObject();
            if (json.getString("of").equals(fingerprint)) {
                return mark(json);
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a cursor", e);
        }
        throw new IllegalArgumentException("the cursor is of a scan with another query");
    }

    private static Mark mark(JsonObject json) {
        return new Mark(
                json.containsKey("time") ? Instant.parse(json.getString("time")) : null,
                json.getInt("page"),
                json.getJsonNumber("total").longValueExact(),
                0,
                json.getJsonArray("keys").getValuesAs(JsonString::getString));
    }
}
