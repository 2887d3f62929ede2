package io.github.buymed4j.rest;

import io.github.buymed4j.rest.reply.JsonBody;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;

/**
 * Makes the entity bytes before it is sent, by JSON-B: what is sent does not depend on the server's JSON provider, and its
 * length is known.
 */
final class RequestBytes implements ClientRequestFilter {

    private static final Annotation[] NONE = {};

    private final JsonBody json;

    RequestBytes(JsonBody json) {
        this.json = json;
    }

    @Override
    public void filter(ClientRequestContext request) throws IOException {
        Object entity = request.getEntity();
        if (entity != null
                && json.isWriteable(request.getEntityClass(), request.getEntityType(), NONE, request.getMediaType())) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            json.writeTo(
                    entity,
                    request.getEntityClass(),
                    request.getEntityType(),
                    NONE,
                    request.getMediaType(),
                    request.getHeaders(),
                    bytes);
            request.setEntity(bytes.toByteArray(), NONE, request.getMediaType());
        }
    }
}
