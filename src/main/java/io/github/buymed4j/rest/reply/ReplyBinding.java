package io.github.buymed4j.rest.reply;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds the body of a reply with HTTP 200. The documented envelope is bound in one go; what does not fit that way is looked
 * at once more as a tree: it is one of the platform's other spellings, an error, or unreadable at a place that is named.
 */
final class ReplyBinding {

    private static final int LONGEST_PLACE = 200;

    private final Jsonb jsonb;

    ReplyBinding(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    Object bind(byte[] body, Type type, Function<String, Optional<String>> headers) {
        Object reply = attempt(new String(body, StandardCharsets.UTF_8), type);
        if (reply instanceof Envelope<?> envelope && envelope.status().equals(Envelope.OK)) {
            return reply;
        }
        JsonValue json = reply instanceof JsonObject object ? object : parse(body);
        refuseError(json, headers);
        if (isEnvelope(type)) {
            return bind(documented(json), type);
        }
        return reply == null ? bind(json, type) : reply;
    }

    private @Nullable Object attempt(String json, Type type) {
        try {
            return jsonb.fromJson(json, type);
        } catch (RuntimeException e) {
            return null; // the second look finds out what it is
        }
    }

    private static JsonValue parse(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readValue();
        } catch (JsonParsingException e) {
            JsonLocation place = e.getLocation();
            throw new UnreadableReplyException("it is not JSON, or not all of it: line " + place.getLineNumber()
                    + ", column " + place.getColumnNumber());
        } catch (RuntimeException e) { // JsonException, or what a parser has for nesting without end
            throw new UnreadableReplyException("it is not JSON");
        }
    }

    /** The error that an envelope reports although it comes with success. */
    private static void refuseError(JsonValue json, Function<String, Optional<String>> headers) {
        if (json instanceof JsonObject object) {
            ErrorReply reply = ErrorReply.of(200, object, headers);
            if (!reply.status().isEmpty() && !reply.status().equals(Envelope.OK)) {
                throw Unredacted.of(reply);
            }
        }
    }

    private static JsonObject documented(JsonValue json) {
        if (!(json instanceof JsonObject object)
                || !object.getString("status", "").equals(Envelope.OK)) {
            throw new UnreadableReplyException("it is JSON, but not the envelope");
        }
        JsonObjectBuilder envelope = Json.createObjectBuilder(object);
        if (object.get("data") instanceof JsonObject single) {
            envelope.add("data", Json.createArrayBuilder().add(single));
        }
        if (!(object.get("message") instanceof JsonString)) {
            envelope.remove("message");
        }
        return envelope.build();
    }

    private Object bind(JsonValue json, Type type) {
        Object bound = attempt(json.toString(), type);
        if (bound == null) {
            String misfit = Misfit.find("", json, value -> attempt(value.toString(), type) != null)
                    .toString();
            throw new Unredacted(redaction ->
                    new UnreadableReplyException(ErrorReply.plain(redaction.apply(misfit), LONGEST_PLACE)));
        }
        return bound;
    }

    private static boolean isEnvelope(Type type) {
        return type == Envelope.class
                || (type instanceof ParameterizedType generic && generic.getRawType() == Envelope.class);
    }
}
