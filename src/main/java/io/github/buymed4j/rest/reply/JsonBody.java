package io.github.buymed4j.rest.reply;

import io.github.buymed4j.internal.transport.Reply;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON by JSON-B on every server, regardless of the server's JSON provider. It declares JSON in
 * addition to the wildcard, because the provider with the more specific media type is asked first. The wildcard also
 * selects it for other media types, so that HTML from a proxy gives a clear error.
 */
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces(MediaType.APPLICATION_JSON)
public final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    /** Marks a reply without content, which is read as null; set only by {@link ReplyCheck}. */
    static final MediaType NOTHING = new MediaType("application", "json", Map.of("content", "none"));

    private final Jsonb jsonb = JsonbBuilder.create(ExactValues.config());
    private final ReplyBinding binding = new ReplyBinding(jsonb);

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isBound(type) || NOTHING.equals(mediaType);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isBound(type) && isJson(mediaType);
    }

    /** False for texts, bytes, streams and similar types, which the server's own providers read and write. */
    static boolean isBound(Class<?> type) {
        return !type.isArray()
                && !type.getName().startsWith("java.lang.")
                && !type.getName().startsWith("java.io.")
                && !type.getName().startsWith("jakarta.ws.rs.")
                && !type.getName().startsWith("jakarta.activation.");
    }

    @Override
    @SuppressWarnings("NullAway") // null for a reply without content; REST clients accept it
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        if (NOTHING.equals(mediaType)) {
            return null;
        }
        if (!isJson(mediaType)) {
            throw notJson(mediaType.getType() + "/" + mediaType.getSubtype());
        }
        byte[] body = stream.readAllBytes();
        if (body.length == 0) {
            throw new UnreadableReplyException("it is empty");
        }
        return binding.bind(body, genericType, name -> Optional.ofNullable(headers.getFirst(name)));
    }

    /**
     * The envelope of a reply that did not come through a REST client.
     *
     * @throws Unredacted if the reply is an error
     * @throws UnreadableReplyException if it is not an envelope
     */
    @SuppressWarnings("unchecked") // the type given to JSON-B is an Envelope<T>
    public <T> Envelope<T> readEnvelope(GenericType<Envelope<T>> type, Reply reply) {
        if (!reply.isSuccess()) {
            throw Unredacted.of(ErrorReply.of(reply.status(), reply.body(), reply::header));
        }
        byte[] body = ReplyCheck.check(Returned.ENVELOPE, reply).body();
        return (Envelope<T>) binding.bind(body, type.getType(), reply::header);
    }

    static Unredacted notJson(String mediaType) {
        return Unredacted.unreadable(
                "it is ", mediaType, ", not JSON; check buymed/mp-rest/url and the proxies on the way");
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        stream.write(jsonb.toJson(value, genericType).getBytes(StandardCharsets.UTF_8));
    }

    static boolean isJson(@Nullable MediaType type) {
        return type != null
                && (type.getSubtype().equalsIgnoreCase("json")
                        || type.getSubtype().toLowerCase(Locale.ROOT).endsWith("+json"));
    }
}
