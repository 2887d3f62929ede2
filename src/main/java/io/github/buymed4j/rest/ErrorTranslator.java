package io.github.buymed4j.rest;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.config.Origin;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import io.github.buymed4j.rest.reply.Unredacted;
import io.github.buymed4j.rest.transport.NoReplyException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.NoContentException;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Translates exceptions of a server's REST client to the exception that the caller gets. */
final class ErrorTranslator {

    private final Origin platform;
    private final String configKey;

    /**
     * Takes the origin that the client calls and the client's configuration key, which is part of the keys of its
     * timeouts.
     */
    ErrorTranslator(Origin platform, String configKey) {
        this.platform = platform;
        this.configKey = configKey;
    }

    /**
     * Returns a {@link BuymedException} in the chain of causes, if there is one; {@link PlatformUnreachableException}
     * if no reply came; {@link UnreadableReplyException} for all other failures of the REST client. An exception that
     * is not the REST client's, such as one of another interceptor, is returned unchanged.
     */
    Exception translate(Throwable thrown, UnaryOperator<String> redaction) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BuymedException ours) {
                return ours;
            }
            if (cause instanceof Unredacted reply) {
                return reply.redacted(redaction);
            }
            if (cause instanceof NoReplyException none) {
                return noReply(none);
            }
            if (cause instanceof NoContentException) {
                return new UnreadableReplyException("it is empty");
            }
        }
        if (thrown instanceof ProcessingException || thrown instanceof IOException) {
            return new UnreadableReplyException(
                    "the server's REST client failed with " + thrown.getClass().getName());
        }
        return thrown instanceof Exception exception ? exception : new IllegalStateException(thrown);
    }

    private BuymedException noReply(NoReplyException none) {
        return none.reason() == NoReplyException.Reason.UNREADABLE
                ? new UnreadableReplyException("it is malformed HTTP, or its head is too large")
                : new PlatformUnreachableException(platform, configKey, none);
    }
}
