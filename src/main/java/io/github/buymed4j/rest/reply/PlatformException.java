package io.github.buymed4j.rest.reply;

import io.github.buymed4j.BuymedException;
import java.util.Optional;

/**
 * The platform answered, and the answer is an error. Holds what the answer said, never the answer itself: a container
 * would send that on as a reply of this application's own.
 */
public abstract class PlatformException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final ErrorReply reply;

    PlatformException(String what, ErrorReply reply) {
        super(what + " (" + reply + ")");
        this.reply = reply;
    }

    ErrorReply reply() {
        return reply;
    }

    /** The reply's HTTP status code; 200 where the envelope alone reports the error. */
    public int httpStatus() {
        return reply.httpStatus();
    }

    /** The envelope's {@code errorCode}, or its {@code code}; empty where it has neither. */
    public String errorCode() {
        return reply.errorCode();
    }

    /** The reply's {@code Retry-After} as it came, an HTTP date or seconds: on 429, and on 5xx where a server gives it. */
    public Optional<String> retryAfter() {
        return Optional.ofNullable(reply.headers().retryAfter());
    }

    /** The reply's {@code Date}, which a date in {@link #retryAfter()} is measured against. */
    public Optional<String> date() {
        return Optional.ofNullable(reply.headers().date());
    }

    /**
     * Whether the platform gives this answer only to a client whose credentials it accepts: its own envelope, with a documented
     * status under the HTTP status that belongs to it. A 401, a 429, a failure, and the answer of a gateway or proxy in
     * front of the platform show nothing.
     */
    public boolean isAnswerToAcceptedClient() {
        return reply.isAnswerToAcceptedClient();
    }

    /** Whether the code says that a token was rejected, or the authorization code or refresh token that was sent for one. */
    public boolean isOfToken() {
        return reply.httpStatus() < 500 && reply.isOfToken();
    }
}
