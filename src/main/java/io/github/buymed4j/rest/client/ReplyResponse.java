package io.github.buymed4j.rest.client;

import io.github.buymed4j.rest.transport.HeaderField;
import io.github.buymed4j.rest.transport.Reply;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A reply of the transport as the REST client takes it. */
final class ReplyResponse {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "content-length", "trailer");

    private ReplyResponse() {}

    /** Takes secrets out of the headers; the status line's text is left out. */
    static Response of(Reply reply, UnaryOperator<String> redaction) {
        Response.ResponseBuilder response = Response.status(reply.status());
        for (HeaderField header : reply.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!OF_THE_CONNECTION.contains(name) && !name.equals("content-type")) {
                response.header(redaction.apply(header.name()), redaction.apply(header.value()));
            }
        }
        reply.header(HttpHeaders.CONTENT_TYPE).ifPresent(type -> response.type(mediaType(type)));
        if (reply.body().length > 0) {
            response.entity(new ByteArrayInputStream(reply.body()));
        }
        return response.build();
    }

    /** What is no media type becomes one that nothing reads as JSON. */
    private static MediaType mediaType(String contentType) {
        try {
            return Optional.of(MediaType.valueOf(contentType))
                    .filter(type -> !type.isWildcardType() && !type.isWildcardSubtype())
                    .orElse(MediaType.APPLICATION_OCTET_STREAM_TYPE);
        } catch (IllegalArgumentException e) {
            return MediaType.APPLICATION_OCTET_STREAM_TYPE;
        }
    }
}
