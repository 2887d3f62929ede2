package io.github.buymed4j.rest;

import io.github.buymed4j.config.Settings;
import io.github.buymed4j.quota.Permit;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.rest.reply.TooManyRequestsException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Acquires a permit for each request, and tells it when the reply came and whether it was a 429. */
final class Quota implements Stage {

    private final Stage next;
    private final QuotaGovernor governor;
    private final Duration maxWait;
    private final Duration batchMaxWait;

    Quota(Stage next, QuotaGovernor governor, Settings settings) {
        this.next = next;
        this.governor = governor;
        this.maxWait = settings.quotaMaxWait();
        this.batchMaxWait = settings.quotaBatchMaxWait();
    }

    @Override
    public CompletionStage<Outcome> send(PlatformCall call) {
        String account = call.application().quotaAccount(call.scope().account());
        return governor.acquire(account, call.scope().priority(), longestWait(call), call.timer())
                .thenCompose(permit -> next.send(call).whenComplete((outcome, thrown) -> end(permit, outcome)))
                .exceptionally(Outcome::notSent);
    }

    private Duration longestWait(PlatformCall call) {
        long now = System.nanoTime();
        long end = call.scope().deadlineOr(now, call.scope().isBatch() ? batchMaxWait : maxWait);
        return Duration.ofNanos(Math.max(0, Math.min(end - now, call.deadline() - now)));
    }

    private static void end(Permit permit, Outcome outcome) {
        if (outcome != null && outcome.failure() instanceof TooManyRequestsException) {
            permit.rejected(outcome.retryAfter());
        }
        permit.replied();
    }
}
