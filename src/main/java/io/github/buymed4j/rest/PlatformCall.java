package io.github.buymed4j.rest;

import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.time.Pause;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * One call, as the stages see it. Immutable.
 *
 * @param readsOnly true if the request may be repeated: it changes no data
 * @param timer null for a blocking call, which waits on its own thread
 * @param begin when the call began, as a value of {@link System#nanoTime()}
 * @param chosen the credentials for the next request; null until they are chosen
 */
record PlatformCall(
        CallScope scope,
        Application application,
        TokenSource token,
        RequestSender sender,
        boolean readsOnly,
        Pause pause,
        @Nullable ScheduledExecutorService timer,
        long begin,
        @Nullable Credentials chosen) {

    PlatformCall with(Credentials credentials) {
        return new PlatformCall(scope, application, token, sender, readsOnly, pause, timer, begin, credentials);
    }

    /** When the whole call must have ended. */
    long deadline() {
        return scope.isBatch()
                ? scope.deadlineOr(begin, application.longestBatchWait().plus(application.longestCall()))
                : scope.deadlineOr(begin, application.longestCall());
    }

    /**
     * When a request that is sent now is aborted. Batch work gets a new time limit here, because it may have waited for
     * the quota for longer than a call may take.
     */
    long deadlineOfRequest() {
        return scope.isBatch() ? scope.deadlineOr(System.nanoTime(), application.longestCall()) : deadline();
    }
}
