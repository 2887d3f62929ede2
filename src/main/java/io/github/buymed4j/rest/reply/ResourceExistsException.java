package io.github.buymed4j.rest.reply;

/** The platform has such a thing already ({@code EXISTED}). */
public class ResourceExistsException extends PlatformException {

    private static final long serialVersionUID = 1L;

    ResourceExistsException(ErrorReply reply) {
        super("The platform has this already", reply);
    }
}
