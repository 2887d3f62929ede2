package io.github.buymed4j.rest;

import io.github.buymed4j.rest.reply.JsonBody;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Writes the entity of a request into memory: JSON always by JSON-B, regardless of the server's JSON provider,
 * everything else by the server's own writers. Writer interceptors do not run.
 */
final class RequestBody {

    private static final byte[] NOTHING = {};

    private final JsonBody json;

    RequestBody(JsonBody json) {
        this.json = json;
    }

    byte[] of(ClientRequestContext request, @Nullable Providers providers) throws IOException {
        Object entity = request.getEntity();
        if (entity == null) {
            return NOTHING;
        }
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer(request, providers)
                .writeTo(
                        entity,
                        request.getEntityClass(),
                        request.getEntityType(),
                        annotations(request),
                        request.getMediaType(),
                        request.getHeaders(),
                        bytes);
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked") // isWriteable was checked for the class
    private MessageBodyWriter<Object> writer(ClientRequestContext request, @Nullable Providers providers) {
        Class<?> type = request.getEntityClass();
        Type generic = request.getEntityType();
        Annotation[] annotations = annotations(request);
        if (json.isWriteable(type, generic, annotations, request.getMediaType())) {
            return json;
        }
        MessageBodyWriter<?> found = providers == null
                ? null
                : providers.getMessageBodyWriter(type, generic, annotations, request.getMediaType());
        if (found == null) {
            throw new RequestRefusedException(
                    "the server cannot write a " + type.getName() + " as " + request.getMediaType());
        }
        return (MessageBodyWriter<Object>) found;
    }

    private static Annotation[] annotations(ClientRequestContext request) {
        Annotation[] annotations = request.getEntityAnnotations();
        return annotations == null ? new Annotation[0] : annotations;
    }
}
