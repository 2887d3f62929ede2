package io.github.buymed4j.rest.reply;

import java.util.Optional;

/** The platform's limit is used up (429). The request was not processed. */
public class TooManyRequestsException extends PlatformException {

    private static final long serialVersionUID = 1L;

    private final transient RetryHeaders headers;

    TooManyRequestsException(ErrorReply reply) {
        super("The platform's request limit is used up", reply);
        this.headers = new RetryHeaders(reply.header("Retry-After"), reply.header("Date"));
    }

    /** The reply's {@code Retry-After} as it came, an HTTP date or seconds. */
    public Optional<String> retryAfter() {
        return headers.retryAfter();
    }

    /** The reply's {@code Date}, which a date in {@link #retryAfter()} is measured against. */
    public Optional<String> date() {
        return headers.date();
    }

    private record RetryHeaders(Optional<String> retryAfter, Optional<String> date) {}
}
