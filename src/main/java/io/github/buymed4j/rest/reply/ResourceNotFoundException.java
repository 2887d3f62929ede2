package io.github.buymed4j.rest.reply;

/** The platform does not have the requested resource (404, {@code NOT_FOUND}). */
public class ResourceNotFoundException extends PlatformException {

    private static final long serialVersionUID = 1L;

    ResourceNotFoundException(ErrorReply reply) {
        super("The platform does not find what was asked for", reply);
    }
}
