package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.Envelope;
import io.github.buymed4j.rest.reply.JsonBody;
import io.github.buymed4j.rest.reply.Unredacted;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Records for tests, and the way between them and the wire. */
final class Samples {

    private static final JsonBody JSON = new JsonBody();
    private static final JsonProvider JSON_P = JsonProvider.provider(); // looked up anew by each method of Json
    private static final Annotation[] NONE = {};

    private Samples() {}

    static Order order(long id, Instant createdTime, String status) {
        return new Order(
                null,
                null,
                id,
                createdTime,
                status,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    static Product product(long id) {
        return read(
                Product.class, JSON_P.createObjectBuilder().add("productID", id).build());
    }

    static JsonObject json(String text) {
        try (JsonReader reader = JSON_P.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    static <T> T read(Class<T> type, JsonObject element) {
        JsonObject envelope = JSON_P.createObjectBuilder()
                .add("status", "OK")
                .add("data", JSON_P.createArrayBuilder().add(element))
                .build();
        return type.cast(read(envelope, envelopeOf(type)).first());
    }

    private static Envelope<?> read(JsonObject envelope, Type type) {
        byte[] body = envelope.toString().getBytes(StandardCharsets.UTF_8);
        try {
            @SuppressWarnings({"unchecked", "rawtypes"})
            Object reply = JSON.readFrom(
                    (Class) Envelope.class,
                    type,
                    NONE,
                    MediaType.APPLICATION_JSON_TYPE,
                    new MultivaluedHashMap<>(),
                    new ByteArrayInputStream(body));
            return (Envelope<?>) reply;
        } catch (Unredacted e) {
            throw e.redacted(UnaryOperator.identity());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonObject write(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            JSON.writeTo(
                    value,
                    value.getClass(),
                    value.getClass(),
                    NONE,
                    MediaType.APPLICATION_JSON_TYPE,
                    new MultivaluedHashMap<>(),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (JsonReader reader = JSON_P.createReader(new ByteArrayInputStream(out.toByteArray()))) {
            return reader.readObject();
        }
    }

    private static Type envelopeOf(Class<?> element) {
        return new ParameterizedType() {
            @Override
            public Type[] getActualTypeArguments() {
                return new Type[] {element};
            }

            @Override
            public Type getRawType() {
                return Envelope.class;
            }

            @Override
            public Type getOwnerType() {
                return Samples.class;
            }
        };
    }
}
