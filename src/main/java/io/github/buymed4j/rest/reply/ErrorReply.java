package io.github.buymed4j.rest.reply;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.Serializable;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The content of an error reply, in any of the platform's forms. A body that is not complete JSON is ignored; then only
 * the HTTP status and headers are known.
 *
 * @param message the platform's own text
 * @param retryAfter the header, as {@code date}; null if the reply has none
 * @param redirectsTo the host only, because user info, path and query of a foreign address must not appear in a message
 */
record ErrorReply(
        int httpStatus,
        String status,
        String errorCode,
        String message,
        @Nullable String retryAfter,
        @Nullable String date,
        @Nullable String redirectsTo)
        implements Serializable {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Set<String> MEMBERS = Set.of("status", "errorCode", "code", "message");

    static ErrorReply of(int httpStatus, byte[] body, Function<String, Optional<String>> headers) {
        return of(httpStatus, texts(body), headers);
    }

    private static ErrorReply of(
            int httpStatus, Map<String, String> texts, Function<String, Optional<String>> headers) {
        String code = texts.getOrDefault("errorCode", "");
        return new ErrorReply(
                httpStatus,
                texts.getOrDefault("status", ""),
                code.isEmpty() ? texts.getOrDefault("code", "") : code,
                texts.getOrDefault("message", ""),
                headers.apply("Retry-After").orElse(null),
                headers.apply("Date").orElse(null),
                headers.apply("Location").map(ErrorReply::host).orElse(null));
    }

    /** Throws the error that a body reports although the HTTP status is a success. Accepts any body. */
    static void refuse(int httpStatus, byte[] body, Function<String, Optional<String>> headers) {
        Map<String, String> texts = texts(body);
        String status = texts.getOrDefault("status", "");
        boolean isError =
                status.isEmpty() ? !texts.getOrDefault("errorCode", "").isEmpty() : !status.equals(Envelope.OK);
        if (isError) {
            throw Unredacted.of(of(httpStatus, texts, headers));
        }
    }

    /** A copy with texts that are safe in a message. */
    ErrorReply redacted(UnaryOperator<String> redaction) {
        return new ErrorReply(
                httpStatus,
                OutsideText.code(status, redaction),
                OutsideText.code(errorCode, redaction),
                OutsideText.message(message, redaction),
                redacted(retryAfter, redaction),
                redacted(date, redaction),
                redacted(redirectsTo, redaction));
    }

    private static @Nullable String redacted(@Nullable String header, UnaryOperator<String> redaction) {
        return header == null ? null : OutsideText.code(header, redaction);
    }

    PlatformException asException() {
        return ErrorMeaning.exceptionFor(this);
    }

    private static String host(String location) {
        try {
            URI target = new URI(location);
            if (target.getHost() != null) {
                return target.getHost();
            }
            return target.getRawAuthority() == null ? "a path of the same host" : "a host that has no proper name";
        } catch (URISyntaxException e) {
            return "something that is not a URL";
        }
    }

    @Override
    public String toString() {
        return "HTTP " + httpStatus
                + (status.isEmpty() ? "" : ", status " + status)
                + (errorCode.isEmpty() ? "" : ", code " + errorCode)
                + (message.isEmpty() ? "" : ": " + message);
    }

    /** The known members of the envelope, with their text. */
    private static Map<String, String> texts(byte[] body) {
        if (WholeJson.faultOf(body).isPresent()) {
            return Map.of();
        }
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = JSON.createParser(new StringReader(WholeJson.decode(body)))) {
            boolean isObject = parser.next() == Event.START_OBJECT;
            while (isObject && parser.next() == Event.KEY_NAME) {
                String name = parser.getString();
                String text = text(parser);
                if (MEMBERS.contains(name)) {
                    texts.put(name, text);
                }
            }
            return texts;
        } catch (RuntimeException e) { // parsers differ in their limits and exceptions
            return Map.of();
        }
    }

    /** The next value; empty if it is not a text. */
    private static String text(JsonParser parser) {
        switch (parser.next()) {
            case VALUE_STRING -> {
                return parser.getString();
            }
            case START_OBJECT -> parser.skipObject();
            case START_ARRAY -> parser.skipArray();
            default -> {
                // numbers and literals have no content to skip
            }
        }
        return "";
    }
}
