package io.github.buymed4j.rest;

import io.github.buymed4j.quota.Permit;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.rest.reply.TooManyRequestsException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Acquires a permit for each request, and tells it when the reply came and whether it was a 429. */
final class Quota implements Stage {

    private final Stage next;
    private final QuotaGovernor governor;

    Quota(Stage next, QuotaGovernor governor) {
        this.next = next;
        this.governor = governor;
    }

    @Override
    public CompletionStage<Outcome> send(PlatformCall call) {
        String account = call.application().quotaAccount(call.scope().account());
        return governor.acquire(account, call.scope().priority(), timeLeft(call), call.timer())
                .thenCompose(permit -> next.send(call).whenComplete((outcome, thrown) -> end(permit, outcome)))
                .exceptionally(Outcome::notSent);
    }

    private static Duration timeLeft(PlatformCall call) {
        return Duration.ofNanos(Math.max(0, call.deadline() - System.nanoTime()));
    }

    private static void end(Permit permit, Outcome outcome) {
        if (outcome != null && outcome.failure() instanceof TooManyRequestsException) {
            var unused = permit.rejected(outcome.retryAfter());
        }
        permit.replied();
    }
}
