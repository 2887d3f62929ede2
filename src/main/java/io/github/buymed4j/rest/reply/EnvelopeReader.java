package io.github.buymed4j.rest.reply;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads replies that did not come through a REST client. Thread-safe. */
public final class EnvelopeReader<T> {

    private static final int FIRST_ERROR = 300;

    private final JsonBody json = new JsonBody();
    private final Type type;

    public EnvelopeReader(Class<T> element) {
        this.type = new OfElement(element);
    }

    /**
     * The envelope of a successful reply.
     *
     * @param headers looks up one header of the reply
     * @throws Unredacted if the reply is an error
     * @throws UnreadableReplyException if it is not an envelope
     */
    @SuppressWarnings("unchecked") // the type passed to JSON-B is an Envelope<T>
    public Envelope<T> read(
            int status, @Nullable String contentType, byte[] body, Function<String, Optional<String>> headers) {
        if (status >= FIRST_ERROR) {
            throw Unredacted.of(ErrorReply.of(status, body, headers));
        }
        MediaType mediaType = ContentType.parse(contentType).orElse(MediaType.APPLICATION_OCTET_STREAM_TYPE);
        try {
            Object envelope = json.readFrom(
                    Object.class,
                    type,
                    new Annotation[0],
                    mediaType,
                    new MultivaluedHashMap<>(),
                    new ByteArrayInputStream(body));
            if (envelope == null) {
                throw new UnreadableReplyException("it is empty");
            }
            return (Envelope<T>) envelope;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record OfElement(Class<?> element) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {element};
        }

        @Override
        public Type getRawType() {
            return Envelope.class;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }
}
