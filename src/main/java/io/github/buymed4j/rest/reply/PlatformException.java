package io.github.buymed4j.rest.reply;

import io.github.buymed4j.BuymedException;
import java.util.Optional;

/**
 * The platform replied with an error. Contains the reply's texts, but not a {@code Response}, which a container would
 * send to the application's own client.
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

    /** The reply's HTTP status code; a status of success if only the envelope reports the error. */
    public int httpStatus() {
        return reply.httpStatus();
    }

    /** The envelope's {@code errorCode}, or its {@code code}; empty if it has neither. */
    public String errorCode() {
        return reply.errorCode();
    }

    /** The reply's {@code Retry-After} as received, an HTTP date or seconds; usually on 429, possibly on 5xx. */
    public Optional<String> retryAfter() {
        return Optional.ofNullable(reply.retryAfter());
    }

    /** The reply's {@code Date}; a date in {@link #retryAfter()} is relative to it. */
    public Optional<String> date() {
        return Optional.ofNullable(reply.date());
    }

    /**
     * True if this reply implies that the credentials were accepted: it has the platform's envelope, with a documented
     * status and the matching HTTP status. A 401, a 429, a failure, and the reply of a gateway or proxy in front of the
     * platform do not imply it.
     */
    public boolean isAnswerToAcceptedClient() {
        return ErrorMeaning.isAnswerToAcceptedClient(reply);
    }

    /** True if the code means that an access token, an authorization code or a refresh token was rejected. */
    public boolean isOfToken() {
        return reply.httpStatus() < 500 && ErrorMeaning.isOfToken(reply);
    }
}
