package io.github.buymed4j.rest.reply;

/** The resource already exists on the platform (409, {@code EXISTED}). */
public class ResourceExistsException extends PlatformException {

    private static final long serialVersionUID = 1L;

    ResourceExistsException(ErrorReply reply) {
        super("The platform has this already", reply);
    }
}
