package io.github.buymed4j.rest;

import io.github.buymed4j.rest.reply.JsonBody;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;

/**
 * Makes the entity bytes of known length before it is sent. What is sent then does not depend on the server's JSON provider,
 * and {@code HttpURLConnection}, which Payara sends with, can stream it: only then does it not silently send a POST a second
 * time when the connection breaks.
 */
final class RequestBytes implements ClientRequestFilter {

    /** Jersey's property for it; other implementations ignore it. */
    static final String STREAM_FIXED_LENGTH = "jersey.config.client.httpUrlConnector.useFixedLengthStreaming";

    private static final Annotation[] NONE = {};

    private final JsonBody json;

    RequestBytes(JsonBody json) {
        this.json = json;
    }

    @Override
    public void filter(ClientRequestContext request) throws IOException {
        Object entity = request.getEntity();
        if (entity instanceof byte[] bytes) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, String.valueOf(bytes.length));
        } else if (entity != null
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
            request.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, String.valueOf(bytes.size()));
        }
    }
}
