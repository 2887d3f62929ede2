package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.config.SettableSource;
import io.github.buymed4j.config.Settings;
import io.github.buymed4j.quota.QuotaExceededException;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.quota.QuotaLimits;
import io.github.buymed4j.quota.RetryAfter;
import io.github.buymed4j.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One request a minute, which is used: who waits for the next one, and how long. */
class QuotaTest {

    private final Settings settings = SettableSource.of(Map.of(
                    "buymed.quota.max-wait", "PT50S",
                    "buymed.quota.batch-max-wait", "PT55S"))
            .buymedConfig()
            .settings();
    private final QuotaGovernor governor =
            QuotaGovernor.local(QuotaLimits.of(1, 1000, Duration.ZERO), Clock.systemUTC());
    private final Quota quota = new Quota(
            call -> new Outcome(null, "sent", null, RetryAfter.UNKNOWN).asStage(), governor, settings);

    @Test
    void send_quotaUsedUpForLongerThanConfigured_failsAtOnce() {
        send(CallScope.DEFAULT);

        for (CallScope scope : new CallScope[] {CallScope.DEFAULT, CallScope.DEFAULT.batch()}) {
            assertThat(send(scope).failure()).isInstanceOf(QuotaExceededException.class);
        }
    }

    @Test
    void send_deadlineInThePast_isSentWhereNothingNeedsToWait() {
        CallScope late = CallScope.DEFAULT.until(System.nanoTime() - 1);

        assertThat(send(late).reply()).isEqualTo("sent");
        assertThat(send(late).failure()).isInstanceOf(QuotaExceededException.class);
    }

    private Outcome send(CallScope scope) {
        return quota.send(PlatformCallFixture.call(scope, true, Pause.blocking(), System.nanoTime()))
                .toCompletableFuture()
                .join();
    }
}
