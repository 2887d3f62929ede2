package io.github.buymed4j.rest.reply;

import io.github.buymed4j.BuymedException;

/**
 * The platform answered, and the answer is an error. Holds what the answer said, never the answer itself: a container
 * would send that on as a reply of this application's own.
 */
public abstract class PlatformException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final String errorCode;

    PlatformException(String what, ErrorReply reply) {
        super(what + " (" + reply + ")");
        this.httpStatus = reply.httpStatus();
        this.errorCode = reply.errorCode();
    }

    /** The reply's HTTP status code; 200 where the envelope alone reports the error. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The envelope's {@code errorCode}, or its {@code code}; empty where it has neither. */
    public String errorCode() {
        return errorCode;
    }

    /** Whether only a client whose credentials are accepted gets such an answer; a proxy's redirect shows nothing. */
    public boolean showsAcceptedCredentials() {
        return httpStatus == 200 || (httpStatus >= 400 && httpStatus < 500);
    }
}
