package io.github.buymed4j.rest;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.config.Origin;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import io.github.buymed4j.rest.reply.Unredacted;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.NoContentException;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Finds in what a server's REST client throws the exception that the caller can use. */
public final class Failures {

    private final Origin platform;
    private final String configKey;

    /** Takes the origin that the client calls, and the client's configuration key, which its timeouts are set by. */
    public Failures(Origin platform, String configKey) {
        this.platform = platform;
        this.configKey = configKey;
    }

    /**
     * One of ours where there is one inside; {@link PlatformUnreachableException} for a broken connection;
     * {@link UnreadableReplyException} for what else a client makes of a reply. What is not of the REST client, such as an
     * exception of another interceptor, stays as it is.
     */
    public Exception translate(Throwable thrown, UnaryOperator<String> redaction) {
        IOException broken = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BuymedException ours) {
                return ours;
            }
            if (cause instanceof Unredacted reply) {
                return reply.redacted(redaction);
            }
            if (cause instanceof NoContentException) {
                return new UnreadableReplyException("it is empty");
            }
            broken = cause instanceof IOException io ? io : broken;
        }
        if (thrown instanceof ProcessingException || thrown instanceof IOException) {
            return broken == null
                    ? new UnreadableReplyException("the server's REST client failed with "
                            + thrown.getClass().getName())
                    : new PlatformUnreachableException(platform, configKey, broken);
        }
        return thrown instanceof Exception exception ? exception : new IllegalStateException(thrown);
    }

    /** Lets a checked exception through that the intercepted method declares. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
