package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.SettableSource;
import io.github.buymed4j.config.Settings;
import io.github.buymed4j.quota.Governors;
import io.github.buymed4j.quota.Priority;
import io.github.buymed4j.quota.QuotaExceededException;
import io.github.buymed4j.quota.QuotaGovernor;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One request a minute, which is gone: who waits for the next, and how long. */
class MeteringTest {

    private final Settings settings = SettableSource.of(Map.of(
                    "buymed.quota.max-wait", "PT50S",
                    "buymed.quota.batch-max-wait", "PT55S"))
            .buymedConfig()
            .settings();
    private final QuotaGovernor governor = Governors.local(1, 1000, Duration.ofSeconds(50));
    private final Metering metering = new Metering(governor, settings);

    @Test
    void send_quotaUsedUpForLongerThanConfigured_failsAtOnce() throws Exception {
        metering.send(caller(Priority.INTERACTIVE, null), null, () -> "first");

        for (Priority priority : Priority.values()) {
            assertThatThrownBy(() -> metering.send(caller(priority, null), null, () -> "second"))
                    .isInstanceOf(QuotaExceededException.class);
        }
    }

    @Test
    void send_deadlineInThePast_isSentWhereNothingNeedsToWait() throws Exception {
        Caller late = caller(Priority.INTERACTIVE, System.nanoTime() - 1);

        assertThat(metering.send(late, null, () -> "first")).isEqualTo("first");
        assertThatThrownBy(() -> metering.send(late, null, () -> "second")).isInstanceOf(QuotaExceededException.class);
    }

    private static Caller caller(Priority priority, @Nullable Long deadline) {
        return new Caller(ApplicationName.DEFAULT, null, priority, deadline);
    }
}
