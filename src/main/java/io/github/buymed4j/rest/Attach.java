package io.github.buymed4j.rest;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.internal.config.Origin;
import io.github.buymed4j.internal.time.Failures;
import io.github.buymed4j.internal.transport.NoReplyException;
import io.github.buymed4j.quota.RetryAfter;
import io.github.buymed4j.rest.reply.PlatformException;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import io.github.buymed4j.rest.reply.Unredacted;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.NoContentException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The last stage: takes the current credentials and token, binds them to the thread, and sends the request. The outcome
 * contains the credentials and token that the request carried, and the exception that the caller gets instead of the
 * REST client's.
 */
final class Attach implements Stage {

    private final Origin platform;
    private final String configKey;

    /**
     * Takes the origin that the client calls and the client's configuration key, which is part of the keys of its
     * timeouts.
     */
    Attach(Origin platform, String configKey) {
        this.platform = platform;
        this.configKey = configKey;
    }

    @Override
    public CompletionStage<Outcome> send(PlatformCall call) {
        try {
            CallCredentials attached = call.attached();
            return sent(call, attached).handle((reply, thrown) -> outcome(attached, reply, thrown));
        } catch (RuntimeException e) {
            return Outcome.notSent(e).asStage(); // no token for the account
        }
    }

    private static CompletionStage<? extends @Nullable Object> sent(PlatformCall call, CallCredentials attached) {
        try {
            OutgoingRequest request = new OutgoingRequest(attached, call.attempt(attached));
            return request.during(() -> call.sender().send(request));
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Outcome outcome(CallCredentials attached, @Nullable Object reply, @Nullable Throwable thrown) {
        if (thrown == null) {
            return Outcome.success(attached, reply);
        }
        Exception failure = translated(Failures.cause(thrown), attached);
        return Outcome.failure(attached, failure, retryAfter(failure));
    }

    /**
     * A {@link BuymedException} in the chain of causes, if there is one; {@link PlatformUnreachableException} if no
     * reply came; {@link UnreadableReplyException} for all other failures of the REST client. An exception that is not
     * the REST client's, such as one of another interceptor, is unchanged.
     */
    private Exception translated(Throwable thrown, CallCredentials attached) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BuymedException ours) {
                return ours;
            }
            if (cause instanceof Unredacted reply) {
                return reply.redacted(attached::redact);
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
        return Failures.exception(thrown);
    }

    private BuymedException noReply(NoReplyException none) {
        return none.reason() == NoReplyException.Reason.UNREADABLE
                ? new UnreadableReplyException("it is malformed HTTP, or its head is too large")
                : new PlatformUnreachableException(platform, configKey, none);
    }

    static RetryAfter retryAfter(Exception failure) {
        return failure instanceof PlatformException answered
                ? RetryAfter.of(
                        answered.retryAfter().orElse(null),
                        answered.date().orElse(null),
                        InstantSource.system().instant())
                : RetryAfter.UNKNOWN;
    }
}
