package io.github.buymed4j.rest.reply;

/**
 * The platform failed (5xx, {@code ERROR}, or a code that it does not document). It is not known if the request was
 * processed.
 */
public class PlatformFailureException extends PlatformException {

    private static final long serialVersionUID = 1L;

    PlatformFailureException(ErrorReply reply) {
        super("The platform failed", reply);
    }
}
