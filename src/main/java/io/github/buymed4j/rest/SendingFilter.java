package io.github.buymed4j.rest;

import io.github.buymed4j.internal.transport.HeaderField;
import io.github.buymed4j.internal.transport.HttpTransport;
import io.github.buymed4j.internal.transport.Reply;
import io.github.buymed4j.internal.transport.Request;
import io.github.buymed4j.rest.reply.RestClientReplies;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last request filter: checks the request, sends it through the transport, and gives the REST client the reply. The
 * server's own HTTP client sends nothing, and no filter runs after this one. Fails closed: a request to another address
 * than the platform's, or without exactly one correct value of each credential header, is not sent. Only the transport
 * opens the seals.
 */
final class SendingFilter implements ClientRequestFilter {

    /** Headers that belong to the connection; the transport sets them. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade",
            "expect");

    private static final Set<String> OF_TRACING = Set.of("traceparent", "tracestate", "baggage", "b3", "uber-trace-id");

    private final AddressGuard guard;
    private final PathTemplates templates;
    private final HttpTransport transport;
    private final RequestBody body;
    private final RestClientReplies replies;
    private final long largestReply;

    @Context
    private @Nullable Providers providers;

    SendingFilter(
            AddressGuard guard,
            PathTemplates templates,
            HttpTransport transport,
            RequestBody body,
            RestClientReplies replies,
            long largestReply) {
        this.guard = guard;
        this.templates = templates;
        this.transport = transport;
        this.body = body;
        this.replies = replies;
        this.largestReply = largestReply;
    }

    @Override
    public void filter(ClientRequestContext context) throws IOException {
        OutgoingRequest outgoing = OutgoingRequest.current();
        if (outgoing == null) {
            throw RequestRefusedException.outsideACall();
        }
        URI address = QuerySeal.opened(context);
        guard.check(address);
        CallCredentials credentials = outgoing.credentials();
        Optional<String> wrong = credentials.wrongHeader(context.getHeaders());
        if (wrong.isPresent()) {
            throw new RequestRefusedException("a filter has removed, repeated or changed its header " + wrong.get());
        }
        byte[] bytes = body.of(context, providers);
        Request request = new Request(context.getMethod(), address, template(context), headers(context), bytes);
        Reply reply = transport.send(request, outgoing.attempt(), largestReply);
        if (reply.truncated() && reply.isSuccess()) {
            throw new UnreadableReplyException(
                    "it is larger than the " + largestReply + " bytes that buymed.max-reply-size allows");
        }
        replies.give(context, reply, credentials::redact);
    }

    private @Nullable String template(ClientRequestContext context) {
        Method method = RestClientReplies.invokedMethod(context);
        return method == null ? null : templates.of(method);
    }

    private static List<HeaderField> headers(ClientRequestContext context) {
        List<HeaderField> headers = new ArrayList<>();
        for (Map.Entry<String, List<String>> header : context.getStringHeaders().entrySet()) {
            String name = header.getKey();
            String known = name.toLowerCase(Locale.ROOT);
            if (OF_THE_CONNECTION.contains(known) || isOfTracing(known)) {
                continue;
            }
            for (String value : header.getValue()) {
                headers.add(sendable(name, value));
            }
        }
        if (!context.hasEntity() && context.getHeaderString(HttpHeaders.CONTENT_TYPE) == null) {
            headers.add(new HeaderField(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON));
        }
        return headers;
    }

    /**
     * True for a header that a server's own instrumentation adds: the platform is another company's host, which is to
     * learn neither the structure of this system nor what an application keeps in its baggage.
     */
    private static boolean isOfTracing(String name) {
        return OF_TRACING.contains(name)
                || name.startsWith("x-b3-")
                || name.startsWith("uberctx-")
                || name.startsWith("payara-tracing-");
    }

    private static HeaderField sendable(String name, String value) {
        if (!HeaderField.isSendable(value)) {
            throw RequestRefusedException.hasControlCharacter(name);
        }
        return new HeaderField(name, value);
    }
}
