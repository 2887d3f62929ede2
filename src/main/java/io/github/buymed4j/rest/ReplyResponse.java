package io.github.buymed4j.rest;

import io.github.buymed4j.rest.reply.CheckedReply;
import io.github.buymed4j.rest.reply.ReplyCheck;
import io.github.buymed4j.rest.transport.HeaderField;
import io.github.buymed4j.rest.transport.Reply;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Converts a reply of the transport to the response that the REST client gets.
 *
 * @param body not copied
 */
@SuppressWarnings("ArrayRecordComponent") // passed on and never compared
record ReplyResponse(Reply reply, int status, MediaType mediaType, byte[] body) {

    private static final int NO_CONTENT = 204;
    private static final int FIRST_ERROR = 300;
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "content-length", "trailer");

    /** An error is passed on for the exception mapper. */
    static ReplyResponse of(Reply reply, Method method) {
        if (reply.status() >= FIRST_ERROR) {
            return new ReplyResponse(reply, reply.status(), MediaType.APPLICATION_OCTET_STREAM_TYPE, reply.body());
        }
        CheckedReply checked = ReplyCheck.check(
                method,
                reply.status(),
                reply.header(HttpHeaders.CONTENT_TYPE).orElse(null),
                reply.body(),
                reply::header);
        return new ReplyResponse(reply, checked.status(), checked.mediaType(), checked.body());
    }

    /** Removes secrets from the headers and omits the status line's text. */
    Response build(UnaryOperator<String> redaction) {
        Response.ResponseBuilder response = Response.status(status).type(mediaType);
        UnaryOperator<String> safe = holdsSecret(redaction) ? redaction : UnaryOperator.identity();
        for (HeaderField header : reply.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!OF_THE_CONNECTION.contains(name) && !name.equals("content-type")) {
                response.header(safe.apply(header.name()), safe.apply(header.value()));
            }
        }
        if (status != NO_CONTENT) { // an empty entity too: some REST clients cannot read a missing one
            response.entity(new ByteArrayInputStream(body));
        }
        return response.build();
    }

    /** Checks all headers at once, because they rarely contain a secret. */
    private boolean holdsSecret(UnaryOperator<String> redaction) {
        StringBuilder head = new StringBuilder();
        for (HeaderField header : reply.headers()) { // the separator keeps escapes of adjacent values apart
            head.append(header.name()).append('|').append(header.value()).append('|');
        }
        String all = head.toString();
        return !redaction.apply(all).equals(all);
    }

    @Override
    public String toString() {
        return "a response with HTTP " + status;
    }
}
