package io.github.buymed4j.rest.reply;

import io.github.buymed4j.internal.transport.Reply;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes replies with a status of success mean the same for every return type and on every server: an error becomes its
 * exception, 204 is a success without content, and a {@code Response} is otherwise unchanged. The table is in
 * {@code docs/replies.md}.
 */
final class ReplyCheck {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int RESET_CONTENT = 205;
    private static final Checked EMPTY_ENVELOPE =
            new Checked(OK, MediaType.APPLICATION_JSON_TYPE, "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8));
    private static final Checked EMPTY = new Checked(OK, MediaType.TEXT_PLAIN_TYPE, new byte[0]);
    private static final Checked NOTHING = new Checked(OK, JsonBody.NOTHING, "null".getBytes(StandardCharsets.UTF_8));

    private final Reply reply;
    private final Optional<MediaType> mediaType;

    private ReplyCheck(Reply reply) {
        this.reply = reply;
        this.mediaType =
                ContentType.parse(reply.header(HttpHeaders.CONTENT_TYPE).orElse(null));
    }

    /**
     * A reply in the form in which all servers' REST clients read it alike. {@code toString} contains nothing of the
     * body, which may hold tokens.
     *
     * @param mediaType one that every REST client can read
     * @param body not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on and never compared
    record Checked(int status, MediaType mediaType, byte[] body) {

        @Override
        public String toString() {
            return "a reply with HTTP " + status;
        }
    }

    /**
     * The reply to give to the REST client instead of the received one.
     *
     * @throws Unredacted if the reply is an error or does not fit what the method returns
     */
    static Checked check(Returned returned, Reply reply) {
        return new ReplyCheck(reply).as(returned);
    }

    private Checked as(Returned returned) {
        boolean hasContent = reply.status() != NO_CONTENT && reply.status() != RESET_CONTENT;
        return switch (returned) {
            case ENVELOPE -> hasContent ? json() : EMPTY_ENVELOPE;
            case BOUND -> hasContent ? json() : NOTHING;
            case BODY, PAGE -> hasContent ? body(returned) : EMPTY;
            case NOTHING -> nothing(hasContent);
            case RESPONSE -> response();
        };
    }

    /** The reply for a method with a result that {@link JsonBody} reads. */
    private Checked json() {
        if (reply.body().length == 0) {
            throw Unredacted.unreadable("it is empty", "", "");
        }
        if (!isJson()) {
            throw notJson();
        }
        if (reply.status() != OK) { // the reader, which looks for an error too, does not know the status
            refuseError();
        }
        return new Checked(reply.status(), MediaType.APPLICATION_JSON_TYPE, reply.body());
    }

    private Checked body(Returned returned) {
        if (isPage() && returned != Returned.PAGE) {
            throw notJson();
        }
        refuseErrorOrPart();
        return response();
    }

    private Checked nothing(boolean hasContent) {
        if (hasContent && reply.body().length > 0) {
            if (isPage()) {
                throw notJson();
            }
            refuseErrorOrPart();
        }
        return NOTHING;
    }

    private Checked response() {
        refuseError();
        return new Checked(reply.status(), mediaType.orElse(MediaType.APPLICATION_OCTET_STREAM_TYPE), reply.body());
    }

    /** Refuses truncated JSON too, because it may be an error. */
    private void refuseErrorOrPart() {
        if (isJson() && reply.body().length > 0) {
            WholeJson.faultOf(reply.body()).ifPresent(fault -> {
                throw Unredacted.unreadable(fault, "", "");
            });
        }
        refuseError();
    }

    private void refuseError() {
        ErrorReply.refuse(reply.status(), reply.body(), reply::header);
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
        int length = Math.min(reply.body().length, 100);
        String begin = new String(reply.body(), 0, length, StandardCharsets.ISO_8859_1).strip();
        return !begin.isEmpty() && begin.charAt(0) == expected;
    }

    private Unredacted notJson() {
        return JsonBody.notJson(
                mediaType.map(type -> type.getType() + "/" + type.getSubtype()).orElseGet(this::unparsed));
    }

    private String unparsed() {
        return reply.header(HttpHeaders.CONTENT_TYPE)
                .filter(type -> !type.isBlank())
                .orElse("without a Content-Type");
    }
}
