package io.github.buymed4j.rest.reply;

/**
 * The platform rejects the pharmacy's access token (401), or does not specify if it rejects the token or the
 * application's credentials. The request was not processed.
 */
public class AccessTokenRejectedException extends PlatformException {

    private static final long serialVersionUID = 1L;

    AccessTokenRejectedException(ErrorReply reply) {
        super(
                ErrorMeaning.isOfToken(reply)
                        ? "The platform rejects the access token; give a valid one as buymed.access-token, or let the"
                                + " pharmacy authorize anew"
                        : "The platform rejects the credentials or the access token, and does not say which; check"
                                + " buymed.client-id and buymed.client-secret first, then give a valid"
                                + " buymed.access-token or let the pharmacy authorize anew",
                reply);
    }

    /**
     * True if the reply may also mean the Client ID and Client Secret, because its code does not identify the token.
     */
    public boolean isUnclear() {
        return !ErrorMeaning.isOfToken(reply());
    }
}
