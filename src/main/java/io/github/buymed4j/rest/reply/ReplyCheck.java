package io.github.buymed4j.rest.reply;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes replies mean the same for every return type and on every server: an error becomes its exception, 204 is a
 * success without content, and a {@code Response} is otherwise unchanged. The table is in {@code docs/replies.md}.
 */
public final class ReplyCheck {

    private static final int NO_CONTENT = 204;
    private static final int RESET_CONTENT = 205;
    private static final byte[] EMPTY_ENVELOPE = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);
    private static final CheckedReply EMPTY = new CheckedReply(200, MediaType.TEXT_PLAIN_TYPE, new byte[0]);
    private static final CheckedReply NOTHING =
            new CheckedReply(200, JsonBody.NOTHING, "null".getBytes(StandardCharsets.UTF_8));

    private final int status;
    private final @Nullable String contentType;
    private final Optional<MediaType> mediaType;
    private final byte[] body;
    private final Function<String, Optional<String>> headers;

    private ReplyCheck(
            int status, @Nullable String contentType, byte[] body, Function<String, Optional<String>> headers) {
        this.status = status;
        this.contentType = contentType;
        this.mediaType = ContentType.parse(contentType);
        this.body = body;
        this.headers = headers;
    }

    /**
     * The reply to give to the REST client instead of the received one.
     *
     * @param method the invoked method of the interface
     * @param contentType the header as received, which may be invalid
     * @param body the complete body
     * @param headers looks up one header of the reply
     * @throws Unredacted if the reply is an error or does not fit the method's return type
     */
    public static CheckedReply check(
            Method method,
            int status,
            @Nullable String contentType,
            byte[] body,
            Function<String, Optional<String>> headers) {
        if (status >= 300) {
            throw Unredacted.of(ErrorReply.of(status, body, headers));
        }
        return new ReplyCheck(status, contentType, body, headers).asReturnedBy(method);
    }

    private CheckedReply asReturnedBy(Method method) {
        boolean hasContent = status != NO_CONTENT && status != RESET_CONTENT;
        return switch (Returned.by(method)) {
            case ENVELOPE ->
                hasContent ? json() : new CheckedReply(200, MediaType.APPLICATION_JSON_TYPE, EMPTY_ENVELOPE);
            case BOUND -> hasContent ? json() : NOTHING;
            case BODY -> hasContent ? body(method) : EMPTY;
            case NOTHING -> nothing(hasContent);
            case RESPONSE -> response();
        };
    }

    /** The reply for a method with a result that {@link JsonBody} reads. */
    private CheckedReply json() {
        if (body.length == 0) {
            throw Unredacted.unreadable("it is empty", "", "");
        }
        if (!isJson()) {
            throw notJson();
        }
        return new CheckedReply(status, MediaType.APPLICATION_JSON_TYPE, body);
    }

    private CheckedReply body(Method method) {
        if (isPage() && !isAskedFor(method)) {
            throw notJson();
        }
        refuseErrorOrPart();
        return response();
    }

    private CheckedReply nothing(boolean hasContent) {
        if (hasContent && body.length > 0) {
            if (isPage()) {
                throw notJson();
            }
            refuseErrorOrPart();
        }
        return NOTHING;
    }

    private CheckedReply response() {
        ErrorReply.refuse(status, body, headers);
        return new CheckedReply(status, mediaType.orElse(MediaType.APPLICATION_OCTET_STREAM_TYPE), body);
    }

    /** Refuses truncated JSON too, because it may be an error. */
    private void refuseErrorOrPart() {
        if (isJson() && body.length > 0) {
            WholeJson.faultOf(body).ifPresent(fault -> {
                throw Unredacted.unreadable(fault, "", "");
            });
        }
        ErrorReply.refuse(status, body, headers);
    }

    private boolean isJson() {
        return mediaType.filter(JsonBody::isJson).isPresent();
    }

    /** True for an HTML page, for example of a proxy or a portal. */
    private boolean isPage() {
        String subtype = mediaType.map(MediaType::getSubtype).orElse("");
        return subtype.equals("html") || subtype.equals("xhtml+xml") || (mediaType.isEmpty() && startsWith('<'));
    }

    private boolean startsWith(char expected) {
        String begin = new String(body, 0, Math.min(body.length, 100), StandardCharsets.ISO_8859_1).strip();
        return !begin.isEmpty() && begin.charAt(0) == expected;
    }

    private boolean isAskedFor(Method method) {
        Produces own = method.getAnnotation(Produces.class);
        Produces all = method.getDeclaringClass().getAnnotation(Produces.class);
        Produces asked = own == null ? all : own;
        return asked != null && Stream.of(asked.value()).anyMatch(type -> type.contains("html"));
    }

    private Unredacted notJson() {
        return JsonBody.notJson(
                mediaType.map(type -> type.getType() + "/" + type.getSubtype()).orElseGet(this::unparsed));
    }

    private String unparsed() {
        return contentType == null || contentType.isBlank() ? "without a Content-Type" : contentType;
    }
}
