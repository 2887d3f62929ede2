package io.github.buymed4j.rest.reply;

/** The application or the pharmacy has not been given what the request needs (403), most often a scope. */
public class AccessForbiddenException extends PlatformException {

    private static final long serialVersionUID = 1L;

    AccessForbiddenException(ErrorReply reply) {
        super(
                "The platform forbids the request; the application may lack a scope, which is requested in the portal under Apps, Permission",
                reply);
    }
}
