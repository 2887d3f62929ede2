package io.github.buymed4j.rest;

import io.github.buymed4j.internal.time.Failures;
import io.github.buymed4j.quota.RetryAfter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The result of a request.
 *
 * @param sentWith the credentials and token of the request; null if none was sent
 * @param reply the result of the REST client's method; null for a method without a result
 * @param failure null for a success
 * @param retryAfter how long the platform asks to wait
 */
record Outcome(
        @Nullable CallCredentials sentWith,
        @Nullable Object reply,
        @Nullable Exception failure,
        RetryAfter retryAfter) {

    static Outcome success(CallCredentials sentWith, @Nullable Object reply) {
        return new Outcome(sentWith, reply, null, RetryAfter.UNKNOWN);
    }

    static Outcome failure(CallCredentials sentWith, Exception failure, RetryAfter retryAfter) {
        return new Outcome(sentWith, null, failure, retryAfter);
    }

    /** No request was sent. */
    static Outcome notSent(Throwable failure) {
        return new Outcome(null, null, Failures.exception(Failures.cause(failure)), RetryAfter.UNKNOWN);
    }

    CompletionStage<Outcome> asStage() {
        return CompletableFuture.completedFuture(this);
    }
}
