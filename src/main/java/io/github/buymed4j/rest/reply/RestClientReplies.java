package io.github.buymed4j.rest.reply;

import io.github.buymed4j.internal.transport.HeaderField;
import io.github.buymed4j.internal.transport.Reply;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Gives the replies of the transport to a server's REST client, and registers what reads them there. Thread-safe.
 *
 * <p>As a reader interceptor, it gives the readers the bytes of a reply directly. Otherwise Jersey reads the entity of a
 * filter's response through a stream without bulk read, which took half of the time of a call.
 */
public final class RestClientReplies implements ReaderInterceptor {

    private static final String BODY = RestClientReplies.class.getName();
    private static final int NO_CONTENT = 204;
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "content-length", "trailer");

    /** A request property that MicroProfile REST Client specifies. */
    private static final String INVOKED_METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";

    private final JsonBody json;

    /** Reads JSON by these rules. */
    public RestClientReplies(JsonBody json) {
        this.json = json;
    }

    /** Registers what reads replies and errors, with priority over what the server brings. */
    public void registerWith(RestClientBuilder builder) {
        builder.register(this, 0)
                .register(new ErrorReplies(), 1)
                .register(json, 1)
                .register(new JsonTreeBody.OfObject(json), 1)
                .register(new JsonTreeBody.OfArray(json), 1)
                .register(new JsonTreeBody.OfStructure(json), 1);
    }

    /**
     * Ends the request with the reply. An error is passed on for the exception mapper.
     *
     * @param redaction removes secrets from the headers
     * @throws Unredacted if the reply does not fit the method's return type, or is an error although its status is not
     */
    public void give(ClientRequestContext request, Reply reply, UnaryOperator<String> redaction) {
        ReplyCheck.Checked checked = reply.isSuccess()
                ? ReplyCheck.check(Returned.by(Objects.requireNonNull(invokedMethod(request), INVOKED_METHOD)), reply)
                : new ReplyCheck.Checked(reply.status(), MediaType.APPLICATION_OCTET_STREAM_TYPE, reply.body());
        request.setProperty(BODY, checked.body());
        request.abortWith(response(checked, reply.headers(), redaction));
    }

    /** The method of the REST client interface that makes the request; null if the server does not say. */
    public static @Nullable Method invokedMethod(ClientRequestContext request) {
        return (Method) request.getProperty(INVOKED_METHOD);
    }

    private static Response response(
            ReplyCheck.Checked checked, List<HeaderField> headers, UnaryOperator<String> redaction) {
        Response.ResponseBuilder response = Response.status(checked.status()).type(checked.mediaType());
        UnaryOperator<String> safe = holdsSecret(headers, redaction) ? redaction : UnaryOperator.identity();
        for (HeaderField header : headers) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!OF_THE_CONNECTION.contains(name) && !name.equals("content-type")) {
                response.header(safe.apply(header.name()), safe.apply(header.value()));
            }
        }
        if (checked.status() != NO_CONTENT) { // an empty entity too: some REST clients cannot read a missing one
            response.entity(new ByteArrayInputStream(checked.body()));
        }
        return response.build();
    }

    /** Checks all headers at once, because they rarely contain a secret. */
    private static boolean holdsSecret(List<HeaderField> headers, UnaryOperator<String> redaction) {
        StringBuilder head = new StringBuilder();
        for (HeaderField header : headers) { // the separator keeps escapes of adjacent values apart
            head.append(header.name()).append('|').append(header.value()).append('|');
        }
        String all = head.toString();
        return !redaction.apply(all).equals(all);
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getProperty(BODY) instanceof byte[] body) {
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }
}
