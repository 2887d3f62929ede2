package io.github.buymed4j.rest.reply;

import io.github.buymed4j.internal.transport.HeaderField;
import io.github.buymed4j.internal.transport.Reply;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads a reply as a REST client does with our providers. */
public final class ReplyReading {

    private static final JsonBody READER = new JsonBody();
    private static final Annotation[] NONE = {};

    private ReplyReading() {}

    /** What the method returns; the checked reply where our reader does not read it. */
    public static @Nullable Object read(
            Method method, int status, @Nullable String contentType, byte[] body, Map<String, String> headers) {
        List<HeaderField> fields = new ArrayList<>();
        headers.forEach((name, value) -> fields.add(new HeaderField(name, value)));
        if (contentType != null) {
            fields.add(0, new HeaderField("Content-Type", contentType));
        }
        Reply reply = new Reply(status, fields, body, false);
        if (status >= 300) {
            throw Unredacted.of(ErrorReply.of(status, body, reply::header));
        }
        return read(method.getGenericReturnType(), ReplyCheck.check(Returned.by(method), reply), headers);
    }

    private static @Nullable Object read(Type returned, ReplyCheck.Checked checked, Map<String, String> headers) {
        Type type = result(returned);
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (raw == Response.class || !READER.isReadable(raw, type, NONE, checked.mediaType())) {
            return checked;
        }
        try {
            @SuppressWarnings("unchecked")
            Class<Object> any = (Class<Object>) raw;
            return READER.readFrom(
                    any,
                    type,
                    NONE,
                    checked.mediaType(),
                    new MultivaluedHashMap<>(headers),
                    new ByteArrayInputStream(checked.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Type result(Type type) {
        if (type instanceof ParameterizedType stage && stage.getRawType() == CompletionStage.class) {
            return result(stage.getActualTypeArguments()[0]);
        }
        return type instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : type;
    }
}
