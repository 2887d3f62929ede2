package io.github.buymed4j.rest.reply;

/** The platform rejects the pharmacy's access token (401). The request was not processed. */
public class AccessTokenRejectedException extends PlatformException {

    private static final long serialVersionUID = 1L;

    AccessTokenRejectedException(ErrorReply reply) {
        super(
                "The platform rejects the access token; give a valid one as buymed.access-token, or let the pharmacy authorize anew",
                reply);
    }
}
