package io.github.buymed4j.rest;

import io.github.buymed4j.quota.Permit;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.rest.reply.TooManyRequestsException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Acquires a permit for each request, and tells it when the reply came and whether it was a 429. */
final class Quota implements Stage {

    private final Stage next;
    private final QuotaGovernor governor;
    private final Duration maxWait;

    Quota(Stage next, QuotaGovernor governor, Duration maxWait) {
        this.next = next;
        this.governor = governor;
        this.maxWait = maxWait;
    }

    @Override
    public CompletionStage<Outcome> send(PlatformCall call) {
        String account = call.application().quotaAccount(call.scope().account());
        return governor.acquire(account, call.scope().priority(), timeLeft(call), call.timer())
                .thenCompose(permit -> next.send(call).whenComplete((outcome, thrown) -> end(permit, outcome)))
                .exceptionally(Outcome::notSent);
    }

    /** Null for the configured wait: it ends before the call does, and the call says nothing else. */
    private @Nullable Duration timeLeft(PlatformCall call) {
        Duration left = Duration.ofNanos(Math.max(0, call.deadline() - System.nanoTime()));
        boolean configured = !call.scope().hasDeadline() && (call.scope().isBatch() || maxWait.compareTo(left) <= 0);
        return configured ? null : left;
    }

    private static void end(Permit permit, Outcome outcome) {
        if (outcome != null && outcome.failure() instanceof TooManyRequestsException) {
            var unused = permit.rejected(outcome.retryAfter());
        }
        permit.replied();
    }
}
