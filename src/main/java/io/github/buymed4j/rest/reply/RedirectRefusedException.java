package io.github.buymed4j.rest.reply;

import java.util.Objects;

/**
 * The platform's address replied with a redirect. It is never followed, because the credentials would be sent along.
 */
public class RedirectRefusedException extends PlatformException {

    private static final long serialVersionUID = 1L;

    RedirectRefusedException(ErrorReply reply) {
        super(
                "A redirect to " + Objects.requireNonNullElse(reply.redirectsTo(), "nowhere")
                        + " was not followed; check the key buymed/mp-rest/url",
                reply);
    }
}
