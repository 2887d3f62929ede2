package io.github.buymed4j.rest.reply;

import java.util.Locale;
import java.util.Set;

/**
 * The meaning of an error reply, as an exception and as a statement about the credentials. The vendor does not document
 * which code marks rejected client credentials or a rejected token, so all likely ones are listed: those in the
 * vendor's documentation and those of OAuth 2.0.
 */
final class ErrorMeaning {

    private static final Set<String> OF_CLIENT = Set.of(
            "INVALID_CLIENT",
            "INVALID_CREDENTIALS",
            "INVALID_CLIENT_CREDENTIALS",
            "INVALID_CLIENT_SECRET",
            "INVALID_CLIENT_ID");

    private static final Set<String> OF_TOKEN = Set.of(
            "INVALID_TOKEN",
            "INVALID_ACCESS_TOKEN",
            "INVALID_REFRESH_TOKEN",
            "INVALID_GRANT",
            "INVALID_CODE",
            "ACCESS_TOKEN_INVALID",
            "ACCESS_TOKEN_EXPIRED",
            "REFRESH_TOKEN_INVALID",
            "REFRESH_TOKEN_EXPIRED",
            "TOKEN_INVALID",
            "TOKEN_EXPIRED",
            "EXPIRED_TOKEN",
            "TOKEN_REVOKED",
            "REVOKED_TOKEN");

    private ErrorMeaning() {}

    static PlatformException exceptionFor(ErrorReply reply) {
        return switch (reply.httpStatus()) {
            case 400 -> isOfClient(reply) ? new ClientRejectedException(reply) : new InvalidRequestException(reply);
            case 401 -> unauthorized(reply);
            case 403 ->
                isOfClient(reply) || isOfToken(reply) ? unauthorized(reply) : new AccessForbiddenException(reply);
            case 404 -> new ResourceNotFoundException(reply);
            case 409 -> new ResourceExistsException(reply);
            case 422 -> new InvalidRequestException(reply);
            case 429 -> new TooManyRequestsException(reply);
            default -> otherwise(reply);
        };
    }

    private static PlatformException otherwise(ErrorReply reply) {
        if (reply.httpStatus() >= 300 && reply.httpStatus() < 400) {
            return new RedirectRefusedException(reply);
        }
        if (reply.httpStatus() >= 500) {
            return new PlatformFailureException(reply);
        }
        return isOfClient(reply) || isOfToken(reply) ? unauthorized(reply) : byStatus(reply);
    }

    private static PlatformException byStatus(ErrorReply reply) {
        return switch (reply.status()) {
            case "INVALID" -> new InvalidRequestException(reply);
            case "UNAUTHORIZED" -> unauthorized(reply);
            case "FORBIDDEN" -> new AccessForbiddenException(reply);
            case "NOT_FOUND" -> new ResourceNotFoundException(reply);
            case "EXISTED" -> new ResourceExistsException(reply);
            case "TOO_MANY_REQUESTS" -> new TooManyRequestsException(reply);
            default -> new PlatformFailureException(reply);
        };
    }

    private static PlatformException unauthorized(ErrorReply reply) {
        return isOfClient(reply) ? new ClientRejectedException(reply) : new AccessTokenRejectedException(reply);
    }

    /** True if the code means that the Client ID or the Client Secret is rejected. */
    private static boolean isOfClient(ErrorReply reply) {
        return OF_CLIENT.contains(reply.errorCode().toUpperCase(Locale.ROOT));
    }

    /** True if the code means that a token, or the authorization code for one, is rejected. */
    static boolean isOfToken(ErrorReply reply) {
        return OF_TOKEN.contains(reply.errorCode().toUpperCase(Locale.ROOT));
    }

    /**
     * True if it has a documented status or code together with the matching HTTP status; a success matches each of
     * them.
     */
    static boolean isAnswerToAcceptedClient(ErrorReply reply) {
        String kind = reply.status().equals("ERROR") ? reply.errorCode() : reply.status();
        int fitting = switch (kind) {
            case "INVALID", "invalid_request" -> 400;
            case "FORBIDDEN", "forbidden" -> 403;
            case "NOT_FOUND", "not_found" -> 404;
            case "EXISTED" -> 409;
            default -> 0;
        };
        int http = reply.httpStatus();
        boolean fits = http == fitting || (http == 422 && fitting == 400) || http < 300;
        return fitting > 0 && fits && !isOfClient(reply);
    }
}
