package io.github.buymed4j.rest.reply;

/** The platform refused the request as invalid (400, 422, {@code INVALID}). It was not processed. */
public class InvalidRequestException extends PlatformException {

    private static final long serialVersionUID = 1L;

    InvalidRequestException(ErrorReply reply) {
        super("The platform finds the request invalid", reply);
    }
}
