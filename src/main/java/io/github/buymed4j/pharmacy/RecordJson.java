package io.github.buymed4j.pharmacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.buymed4j.rest.reply.Envelope;
import io.github.buymed4j.rest.reply.JsonBody;
import io.github.buymed4j.rest.reply.Unredacted;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.util.function.UnaryOperator;

/** Reads a record from JSON by the same rules as from a reply, so that a unit test needs no constructor of 58 values. */
final class RecordJson {

    private RecordJson() {}

    @SuppressWarnings("unchecked") // the type given to the reader is an Envelope<T>
    static <T> T read(GenericType<Envelope<T>> type, String json) {
        byte[] reply = ("{\"status\":\"OK\",\"data\":[" + json + "]}").getBytes(UTF_8);
        try {
            Object envelope = new JsonBody()
                    .readFrom(
                            Object.class,
                            type.getType(),
                            new Annotation[0],
                            MediaType.APPLICATION_JSON_TYPE,
                            new MultivaluedHashMap<>(),
                            new ByteArrayInputStream(reply));
            return ((Envelope<T>) envelope).first();
        } catch (Unredacted e) {
            throw e.redacted(UnaryOperator.identity());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
