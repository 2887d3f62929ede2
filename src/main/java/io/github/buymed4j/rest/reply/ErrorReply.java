package io.github.buymed4j.rest.reply;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.Serializable;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The content of an error reply, in any of the platform's forms, and its mapping to an exception. A body that is not
 * complete JSON is ignored; then only the HTTP status and headers are known.
 *
 * @param message the platform's own text
 */
record ErrorReply(int httpStatus, String status, String errorCode, String message, ReplyHeaders headers)
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
                ReplyHeaders.of(headers));
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
                headers.redacted(redaction));
    }

    PlatformException asException() {
        return switch (httpStatus) {
            case 400 -> isOfClient() ? new ClientRejectedException(this) : new InvalidRequestException(this);
            case 401 -> unauthorized();
            case 403 -> isOfClient() || isOfToken() ? unauthorized() : new AccessForbiddenException(this);
            case 404 -> new ResourceNotFoundException(this);
            case 409 -> new ResourceExistsException(this);
            case 422 -> new InvalidRequestException(this);
            case 429 -> new TooManyRequestsException(this);
            default -> otherwise();
        };
    }

    private PlatformException otherwise() {
        if (httpStatus >= 300 && httpStatus < 400) {
            return new RedirectRefusedException(this);
        }
        if (httpStatus >= 500) {
            return new PlatformFailureException(this);
        }
        return isOfClient() || isOfToken() ? unauthorized() : byStatus();
    }

    private PlatformException byStatus() {
        return switch (status) {
            case "INVALID" -> new InvalidRequestException(this);
            case "UNAUTHORIZED" -> unauthorized();
            case "FORBIDDEN" -> new AccessForbiddenException(this);
            case "NOT_FOUND" -> new ResourceNotFoundException(this);
            case "EXISTED" -> new ResourceExistsException(this);
            case "TOO_MANY_REQUESTS" -> new TooManyRequestsException(this);
            default -> new PlatformFailureException(this);
        };
    }

    private PlatformException unauthorized() {
        return isOfClient() ? new ClientRejectedException(this) : new AccessTokenRejectedException(this);
    }

    private boolean isOfClient() {
        return ErrorCodes.marksClient(errorCode);
    }

    boolean isOfToken() {
        return ErrorCodes.marksToken(errorCode);
    }

    /**
     * True if it has a documented status or code together with the matching HTTP status; a success matches each of
     * them.
     */
    boolean isAnswerToAcceptedClient() {
        String kind = status.equals("ERROR") ? errorCode : status;
        int fitting = switch (kind) {
            case "INVALID", "invalid_request" -> 400;
            case "FORBIDDEN", "forbidden" -> 403;
            case "NOT_FOUND", "not_found" -> 404;
            case "EXISTED" -> 409;
            default -> 0;
        };
        boolean fits = httpStatus == fitting || (httpStatus == 422 && fitting == 400) || httpStatus < 300;
        return fitting > 0 && fits && !isOfClient();
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
