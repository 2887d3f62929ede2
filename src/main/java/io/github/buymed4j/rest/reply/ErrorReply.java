package io.github.buymed4j.rest.reply;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What an error reply says, whichever of the platform's spellings it uses, and which exception it is.
 *
 * @param message the platform's own text
 * @param headers looks up one header of the reply
 */
record ErrorReply(
        int httpStatus, String status, String errorCode, String message, Function<String, Optional<String>> headers) {

    private static final int LONGEST_MESSAGE = 300;
    private static final int LONGEST_CODE = 60;

    /** No page of the platform says which code marks rejected client credentials, so every likely one is known here. */
    private static final Set<String> CLIENT_REJECTED =
            Set.of("INVALID_CLIENT", "INVALID_CREDENTIALS", "INVALID_CLIENT_SECRET", "INVALID_CLIENT_ID");

    static ErrorReply of(int httpStatus, byte[] body, Function<String, Optional<String>> headers) {
        return of(httpStatus, json(body), headers);
    }

    static ErrorReply of(int httpStatus, JsonObject envelope, Function<String, Optional<String>> headers) {
        String code = text(envelope, "errorCode");
        return new ErrorReply(
                httpStatus,
                text(envelope, "status"),
                code.isEmpty() ? text(envelope, "code") : code,
                text(envelope, "message"),
                headers);
    }

    /** The same with texts that may go into a message: without secrets, on one line, of bounded length. */
    ErrorReply redacted(UnaryOperator<String> redaction) {
        return new ErrorReply(
                httpStatus,
                plain(redaction.apply(status), LONGEST_CODE),
                plain(redaction.apply(errorCode), LONGEST_CODE),
                plain(redaction.apply(message), LONGEST_MESSAGE),
                headers);
    }

    Optional<String> header(String name) {
        return headers.apply(name);
    }

    PlatformException asException() {
        if (httpStatus >= 300 && httpStatus < 400) {
            return new RedirectRefusedException(this);
        }
        return switch (httpStatus) {
            case 400, 422 -> new InvalidRequestException(this);
            case 401 -> unauthorized();
            case 403 -> new AccessForbiddenException(this);
            case 404 -> new ResourceNotFoundException(this);
            case 409 -> new ResourceExistsException(this);
            case 429 -> new TooManyRequestsException(this);
            default -> httpStatus >= 500 ? new PlatformFailureException(this) : byStatus();
        };
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
        return CLIENT_REJECTED.contains(errorCode.toUpperCase(Locale.ROOT))
                ? new ClientRejectedException(this)
                : new AccessTokenRejectedException(this);
    }

    @Override
    public String toString() {
        return "HTTP " + httpStatus
                + (status.isEmpty() ? "" : ", status " + status)
                + (errorCode.isEmpty() ? "" : ", code " + errorCode)
                + (message.isEmpty() ? "" : ": " + message);
    }

    private static JsonObject json(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.read() instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        } catch (JsonException e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private static String text(JsonObject envelope, String name) {
        return envelope.get(name) instanceof JsonString text ? text.getString() : "";
    }

    /** One line of bounded length: the text comes from elsewhere and ends in logs. */
    static String plain(String text, int longest) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }
}
