package io.github.buymed4j.rest.reply;

/**
 * The platform rejects the application's credentials (401). The request was not processed; the pipeline repeats it with
 * newer credentials or throws a {@code CredentialsRejectedException}.
 */
public class ClientRejectedException extends PlatformException {

    private static final long serialVersionUID = 1L;

    ClientRejectedException(ErrorReply reply) {
        super("The platform rejects the Client ID and Client Secret", reply);
    }
}
