package io.github.buymed4j.rest.reply;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds the body of a reply with HTTP 200. The documented envelope is bound in one pass. If this fails, the body is
 * examined as a tree: it is another form of the platform's envelope, an error, or unreadable; then the exception names
 * the place.
 */
final class ReplyBinding {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final Jsonb jsonb;

    ReplyBinding(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    Object bind(byte[] body, Type type, Function<String, Optional<String>> headers) {
        WholeJson.faultOf(body).ifPresent(fault -> {
            throw new UnreadableReplyException(fault);
        });
        String json = WholeJson.decode(body);
        Object reply = attempt(json, type);
        if (reply instanceof Envelope<?> envelope && envelope.status().equals(Envelope.OK)) {
            return reply;
        }
        ErrorReply.refuse(200, body, headers);
        if (isEnvelope(type)) {
            return bind(documented(parse(json)), type);
        }
        return reply == null ? bind(parse(json), type) : reply;
    }

    private @Nullable Object attempt(String json, Type type) {
        try {
            return jsonb.fromJson(json, type);
        } catch (RuntimeException e) {
            return null; // the caller examines the body again
        }
    }

    private static JsonValue parse(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readValue();
        } catch (RuntimeException e) { // parsers differ in their limits and exceptions
            throw new UnreadableReplyException("the server's JSON parser refuses it");
        }
    }

    private static JsonObject documented(JsonValue json) {
        if (!(json instanceof JsonObject object)
                || !object.getString("status", "").equals(Envelope.OK)) {
            throw new UnreadableReplyException("it is JSON, but not the envelope");
        }
        JsonObjectBuilder envelope = JSON.createObjectBuilder(object);
        if (object.get("data") instanceof JsonObject single) {
            envelope.add("data", JSON.createArrayBuilder().add(single));
        }
        if (!(object.get("message") instanceof JsonString)) {
            envelope.remove("message");
        }
        return envelope.build();
    }

    private Object bind(JsonValue json, Type type) {
        Object bound = attempt(json.toString(), type);
        if (bound == null) {
            String failure = new BindingFailureSearch(text -> attempt(text, type) != null).find(json);
            throw Unredacted.unreadable("", failure, "");
        }
        return bound;
    }

    private static boolean isEnvelope(Type type) {
        return type == Envelope.class
                || (type instanceof ParameterizedType generic && generic.getRawType() == Envelope.class);
    }
}
