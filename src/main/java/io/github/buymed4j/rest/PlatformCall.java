package io.github.buymed4j.rest;

import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.internal.time.Pause;
import io.github.buymed4j.internal.transport.Attempt;
import io.github.buymed4j.internal.transport.CallObserver;
import io.github.buymed4j.internal.transport.Seals;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * One call, as the stages see it. Immutable.
 *
 * @param grant the code or refresh token of a request to the token service; null for a call to the platform
 * @param readsOnly true if the request may be repeated: it changes no data
 * @param timer null for a blocking call, which waits on its own thread
 * @param begin when the call began, as a value of {@link System#nanoTime()}
 * @param observer null if no telemetry is available or it is disabled
 * @param chosen the credentials for the next request; null until they are chosen
 */
record PlatformCall(
        CallScope scope,
        Application application,
        @Nullable Secret grant,
        Sender sender,
        boolean readsOnly,
        Pause pause,
        @Nullable ScheduledExecutorService timer,
        long begin,
        @Nullable CallObserver observer,
        @Nullable Credentials chosen) {

    /** Sends the request of a call once. The {@link OutgoingRequest} is bound to the thread meanwhile. */
    @FunctionalInterface
    interface Sender {

        /** The reply; the stage is complete for a blocking call. */
        CompletionStage<? extends @Nullable Object> send(OutgoingRequest request) throws Exception;
    }

    PlatformCall with(Credentials credentials) {
        return new PlatformCall(
                scope, application, grant, sender, readsOnly, pause, timer, begin, observer, credentials);
    }

    /**
     * The token for a request that is sent now, or the grant; empty if the call carries none. Blocks while an expired
     * token is renewed.
     *
     * @throws io.github.buymed4j.BuymedException if the account has none
     */
    Optional<Secret> token() {
        return grant == null ? application.token(scope.account()) : Optional.of(grant);
    }

    /** Another token than the rejected one; empty if there is none. Blocks as {@link #token()} does. */
    Optional<Secret> replacementFor(Secret rejected) {
        return grant == null ? application.replacementFor(scope.account(), rejected) : Optional.empty();
    }

    /**
     * The credentials and token of a request that is sent now. Newer credentials than the chosen ones may be available,
     * because the call may have waited for the quota since.
     */
    CallCredentials attached() {
        Credentials now = application.credentials().newest(Objects.requireNonNull(chosen));
        return CallCredentials.of(application, now, token());
    }

    /** When the whole call must have ended. */
    long deadline() {
        return scope.isBatch()
                ? scope.deadlineOr(begin, application.longestBatchWait().plus(application.longestCall()))
                : scope.deadlineOr(begin, application.longestCall());
    }

    /** A request that is sent now. */
    Attempt attempt(Seals seals) {
        return new Attempt(deadlineOfRequest(), application.userAgent(), observer, seals);
    }

    /**
     * When a request that is sent now is aborted. Batch work gets a new time limit here, because it may have waited for
     * the quota for longer than a call may take.
     */
    private long deadlineOfRequest() {
        return scope.isBatch() ? scope.deadlineOr(System.nanoTime(), application.longestCall()) : deadline();
    }
}
