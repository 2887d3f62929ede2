package io.github.buymed4j.rest;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.quota.Permit;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.rest.reply.TooManyRequestsException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Acquires a permit for each request and reports to it when the reply came and if the reply was a 429. */
final class Quota implements Stage {

    private final Stage next;
    private final QuotaGovernor governor;

    Quota(Stage next, QuotaGovernor governor) {
        this.next = next;
        this.governor = governor;
    }

    @Override
    public CompletionStage<Outcome> send(PlatformCall call) {
        return permit(call)
                .thenCompose(permit -> next.send(call).whenComplete((outcome, thrown) -> end(permit, outcome)))
                .exceptionally(Outcome::notSent);
    }

    private CompletionStage<Permit> permit(PlatformCall call) {
        Duration left = Duration.ofNanos(Math.max(0, call.deadline() - System.nanoTime()));
        ApplicationName application = call.application().name();
        String account = call.application().quotaAccount(call.scope().account());
        return call.scope().hasDeadline()
                ? governor.acquireWithin(
                        left, application, account, call.scope().priority(), call.timer())
                : governor.acquire(application, account, call.scope().priority(), left, call.timer());
    }

    private static void end(Permit permit, Outcome outcome) {
        if (outcome != null && outcome.failure() instanceof TooManyRequestsException) {
            permit.rejected(outcome.retryAfter());
        }
        permit.replied();
    }
}
