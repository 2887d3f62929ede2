package io.github.buymed4j.rest.reply;

import io.github.buymed4j.config.Secret;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The body of a reply with HTTP 200, read the way the servers' REST clients have it read. */
record Body(InputStream stream, MediaType mediaType, MultivaluedMap<String, String> headers) {

    /** Stands for the call's secrets, which no message may repeat. */
    static final String SECRET = "sk_live_never_to_be_seen";

    static final UnaryOperator<String> REDACTION = Secret.of(SECRET)::redact;

    private static final JsonBody READER = new JsonBody();

    static Body of(String json) {
        return new Body(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>());
    }

    Body as(String type, String subtype) {
        return new Body(stream, new MediaType(type, subtype), headers);
    }

    Body with(String header, String value) {
        headers.add(header, value);
        return this;
    }

    @SuppressWarnings("unchecked")
    Envelope<Item> items() {
        return (Envelope<Item>) read(new GenericType<Envelope<Item>>() {}.getType());
    }

    JsonObject object() {
        return (JsonObject) read(JsonObject.class);
    }

    @SuppressWarnings("unchecked")
    Object read(Type type) {
        Class<Object> raw = (Class<Object>) (type instanceof Class<?> plain ? plain : Envelope.class);
        try {
            return READER.readFrom(raw, type, new Annotation[0], mediaType, headers, stream);
        } catch (Unredacted e) {
            throw e.redacted(REDACTION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
