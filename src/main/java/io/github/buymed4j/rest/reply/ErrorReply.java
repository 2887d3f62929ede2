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
 * What an error reply says, whichever of the platform's spellings it uses, and which exception it is. Its HTTP status is known
 * whatever the body is; a body that is not whole JSON says nothing else.
 *
 * @param message the platform's own text
 */
record ErrorReply(int httpStatus, String status, String errorCode, String message, ReplyHeaders headers)
        implements Serializable {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Set<String> MEMBERS = Set.of("status", "errorCode", "code", "message");

    static ErrorReply of(int httpStatus, byte[] body, Function<String, Optional<String>> headers) {
        Map<String, String> texts = texts(body);
        String code = texts.getOrDefault("errorCode", "");
        return new ErrorReply(
                httpStatus,
                texts.getOrDefault("status", ""),
                code.isEmpty() ? texts.getOrDefault("code", "") : code,
                texts.getOrDefault("message", ""),
                ReplyHeaders.of(headers));
    }

    /** Throws the error that a body reports although it comes with success. Takes any body. */
    static void refuse(int httpStatus, byte[] body, Function<String, Optional<String>> headers) {
        Map<String, String> texts = texts(body);
        String status = texts.getOrDefault("status", "");
        boolean isError =
                status.isEmpty() ? !texts.getOrDefault("errorCode", "").isEmpty() : !status.equals(Envelope.OK);
        if (isError) {
            throw Unredacted.of(of(httpStatus, body, headers));
        }
    }

    /** The same with texts that may go into a message. */
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

    /** Whether it has a documented status or code, with the HTTP status that belongs to it; 200 belongs to each. */
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

    /** The members of the envelope that are texts. */
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
        } catch (RuntimeException e) { // each parser has bounds of its own, and exceptions of its own for them
            return Map.of();
        }
    }

    /** The next value; empty where it is not a text. */
    private static String text(JsonParser parser) {
        switch (parser.next()) {
            case VALUE_STRING -> {
                return parser.getString();
            }
            case START_OBJECT -> parser.skipObject();
            case START_ARRAY -> parser.skipArray();
            default -> {
                // numbers and words have no inside
            }
        }
        return "";
    }
}
