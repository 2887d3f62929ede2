package io.github.buymed4j.rest;

import io.github.buymed4j.config.Settings;
import io.github.buymed4j.quota.Permit;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.quota.RetryAfter;
import io.github.buymed4j.rest.reply.TooManyRequestsException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the quota before each request, and tells it when the reply came and whether it was a 429. Thread-safe. */
final class Metering {

    private final QuotaGovernor governor;
    private final Duration maxWait;
    private final Duration batchMaxWait;

    Metering(QuotaGovernor governor, Settings settings) {
        this.governor = governor;
        this.maxWait = settings.quotaMaxWait();
        this.batchMaxWait = settings.quotaBatchMaxWait();
    }

    /** Blocks while the quota is used up. */
    @Nullable
    Object send(Caller caller, @Nullable String account, CallPath.Attempt attempt) throws Exception {
        Permit permit = governor.acquire(account, caller.priority(), patience(caller));
        try {
            return attempt.proceed();
        } catch (Exception e) {
            tell(permit, e);
            throw e;
        } finally {
            permit.replied();
        }
    }

    /** Where the quota is used up, the request is sent later by a thread of the server's timer; without one, blocks. */
    CompletionStage<@Nullable Object> sendAsync(
            Caller caller, @Nullable String account, Supplier<CompletionStage<@Nullable Object>> attempt) {
        return permit(caller, account)
                .thenCompose(permit -> attempt.get().whenComplete((reply, thrown) -> {
                    tell(permit, thrown == null ? null : CallPath.causeOf(thrown));
                    permit.replied();
                }));
    }

    private CompletionStage<Permit> permit(Caller caller, @Nullable String account) {
        ScheduledExecutorService timer = ServerThreads.timer();
        return timer == null
                ? CompletableFuture.completedFuture(governor.acquire(account, caller.priority(), patience(caller)))
                : governor.acquireAsync(account, caller.priority(), patience(caller), timer);
    }

    private Duration patience(Caller caller) {
        long now = System.nanoTime();
        return Duration.ofNanos(Math.max(0, caller.nanosLeft(now, caller.isBatch() ? batchMaxWait : maxWait, now)));
    }

    private static void tell(Permit permit, @Nullable Throwable thrown) {
        if (thrown instanceof TooManyRequestsException e) {
            permit.rejected(RetryAfter.of(
                    e.retryAfter().orElse(null),
                    e.date().orElse(null),
                    InstantSource.system().instant()));
        }
    }
}
