package io.github.buymed4j.rest.reply;

import java.net.URI;

/** The platform's address answered with a redirect. It is never followed: the credentials would go along. */
public class RedirectRefusedException extends PlatformException {

    private static final long serialVersionUID = 1L;

    RedirectRefusedException(ErrorReply reply) {
        super(
                "A redirect to "
                        + reply.header("Location")
                                .map(RedirectRefusedException::host)
                                .orElse("nowhere")
                        + " was not followed; check the key buymed/mp-rest/url",
                reply);
    }

    /** The host alone: user info, path and query of a foreign address do not belong in a message. */
    private static String host(String location) {
        try {
            URI target = new URI(location);
            if (target.getHost() != null) {
                return target.getHost();
            }
            return target.getRawAuthority() == null ? "a path of the same host" : "a host that has no proper name";
        } catch (java.net.URISyntaxException e) {
            return "something that is not a URL";
        }
    }
}
