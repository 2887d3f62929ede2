package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.Test;

@EnableWeld
class ConfiguredGovernorTest {

    @WeldSetup
    WeldInitiator weld = WeldInitiator.of(ConfiguredGovernor.class, PostgresTable.class, Configuration.class);

    @Test
    void governor_ofTheConfiguration_keepsItsLimits(QuotaGovernor governor) {
        Governors.permit(governor, "pharmacy", Priority.INTERACTIVE, Simulation.PATIENCE);
        Governors.permit(governor, "pharmacy", Priority.INTERACTIVE, Simulation.PATIENCE);

        assertThatThrownBy(() -> Governors.permit(governor, "pharmacy", Priority.INTERACTIVE, Simulation.PATIENCE))
                .isInstanceOf(QuotaExceededException.class)
                .hasMessageContaining("2 requests in PT1H");
        Governors.permit(governor, null, Priority.INTERACTIVE, Simulation.PATIENCE);
        assertThatThrownBy(() -> Governors.permit(governor, null, Priority.INTERACTIVE, Simulation.PATIENCE))
                .hasMessageContaining("3 requests in PT1M");
    }

    @Test
    void governor_injectedTwice_isOne(QuotaGovernor first, QuotaGovernor second) {
        for (int i = 0; i < 3; i++) {
            Governors.permit(first, null, Priority.INTERACTIVE, Simulation.PATIENCE);
        }

        assertThatThrownBy(() -> Governors.permit(second, null, Priority.INTERACTIVE, Simulation.PATIENCE))
                .isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void governor_severalNodesWithoutADataSource_keepsToItsFairShare() {
        BuymedConfig config = SettableSource.of(Map.of(
                        "buymed.quota.per-minute", "100",
                        "buymed.quota.per-hour", "10",
                        "buymed.quota.max-wait", "PT0S",
                        "buymed.quota.nodes", "3"))
                .buymedConfig();
        QuotaGovernor node = new ConfiguredGovernor().governor(config, new FakeSlotTable(new VirtualTime()));
        for (int i = 0; i < 3; i++) {
            Governors.permit(node, "pharmacy", Priority.INTERACTIVE, Duration.ZERO);
        }

        assertThatThrownBy(() -> Governors.permit(node, "pharmacy", Priority.INTERACTIVE, Duration.ZERO))
                .hasMessageContaining("3 requests in PT1H");
        for (int i = 3; i < 33; i++) {
            Governors.permit(node, null, Priority.INTERACTIVE, Duration.ZERO);
        }
        assertThatThrownBy(() -> Governors.permit(node, null, Priority.INTERACTIVE, Duration.ZERO))
                .hasMessageContaining("33 requests in PT1M");
    }

    @Test
    void shutdown_whileACallWaits_endsIt(QuotaGovernor governor) {
        for (int i = 0; i < 3; i++) {
            Governors.permit(governor, null, Priority.INTERACTIVE, Duration.ZERO);
        }
        CompletableFuture<Permit> waiting = governor.acquire(
                        ApplicationName.DEFAULT, null, Priority.BATCH, Simulation.PATIENCE, new VirtualTime())
                .toCompletableFuture();

        weld.shutdown();

        assertThat(waiting)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(CallInterruptedException.class);
    }

    @ApplicationScoped
    static class Configuration {
        @Produces
        static BuymedConfig config() {
            return SettableSource.of(Map.of(
                            "buymed.quota.per-minute", "3",
                            "buymed.quota.per-hour", "2",
                            "buymed.quota.max-wait", "PT0.1S"))
                    .buymedConfig();
        }
    }
}
