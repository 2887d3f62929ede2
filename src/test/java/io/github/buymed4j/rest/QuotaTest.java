package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.internal.time.Pauses;
import io.github.buymed4j.quota.Governors;
import io.github.buymed4j.quota.QuotaExceededException;
import io.github.buymed4j.quota.RetryAfter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One request a minute, which is used: who waits for the next one, and how long. */
class QuotaTest {

    private final Quota quota = new Quota(
            call -> new Outcome(null, "sent", null, RetryAfter.UNKNOWN).asStage(),
            Governors.local(1, 1000, Duration.ofSeconds(50)));

    @Test
    void send_quotaUsedUpForLongerThanConfigured_failsAtOnce() {
        send(CallScope.DEFAULT);

        for (CallScope scope :
                new CallScope[] {CallScope.DEFAULT, CallScope.DEFAULT.batch().within(Duration.ofSeconds(55))}) {
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
        return quota.send(PlatformCallFixture.call(scope, true, new Pauses().blocking(), System.nanoTime()))
                .toCompletableFuture()
                .join();
    }
}
