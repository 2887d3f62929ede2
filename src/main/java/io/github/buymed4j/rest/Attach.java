package io.github.buymed4j.rest;

import io.github.buymed4j.config.Origin;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.quota.RetryAfter;
import io.github.buymed4j.rest.reply.PlatformException;
import io.github.buymed4j.time.Failures;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The last stage: takes the current credentials and token, binds them to the thread, and sends the request. The outcome
 * contains the credentials and token that the request carried.
 */
final class Attach implements Stage {

    private final ErrorTranslator errors;

    Attach(Origin platform, String configKey) {
        this.errors = new ErrorTranslator(platform, configKey);
    }

    @Override
    public CompletionStage<Outcome> send(PlatformCall call) {
        try {
            CallCredentials attached = attach(call);
            return sent(call, attached).handle((reply, thrown) -> outcome(attached, reply, thrown));
        } catch (RuntimeException e) {
            return Outcome.notSent(e).asStage(); // no token for the account
        }
    }

    /** Newer credentials may be available, because the call may have waited for the quota since its own were chosen. */
    private static CallCredentials attach(PlatformCall call) {
        Credentials chosen = Objects.requireNonNull(call.chosen());
        Credentials now = call.application().credentials().newest(chosen);
        return call.application().attach(now, call.token());
    }

    private static CompletionStage<? extends @Nullable Object> sent(PlatformCall call, CallCredentials attached) {
        try {
            OutgoingRequest request = new OutgoingRequest(attached, call.deadlineOfRequest());
            return request.during(() -> call.sender().send(request));
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Outcome outcome(CallCredentials attached, @Nullable Object reply, @Nullable Throwable thrown) {
        if (thrown == null) {
            return Outcome.success(attached, reply);
        }
        Exception failure = errors.translate(Failures.cause(thrown), attached::redact);
        return Outcome.failure(attached, failure, retryAfter(failure));
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
