package io.github.buymed4j.rest.reply;

/** The platform's limit is used up (429). The request was not processed. */
public class TooManyRequestsException extends PlatformException {

    private static final long serialVersionUID = 1L;

    TooManyRequestsException(ErrorReply reply) {
        super("The platform's request limit is used up", reply);
    }
}
