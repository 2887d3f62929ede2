package io.github.buymed4j.rest.reply;

import java.util.Objects;

/** The platform's address answered with a redirect. It is never followed: the credentials would go along. */
public class RedirectRefusedException extends PlatformException {

    private static final long serialVersionUID = 1L;

    RedirectRefusedException(ErrorReply reply) {
        super(
                "A redirect to " + Objects.requireNonNullElse(reply.headers().redirectsTo(), "nowhere")
                        + " was not followed; check the key buymed/mp-rest/url",
                reply);
    }
}
