package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.SettableSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
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
        governor.acquire("pharmacy", Priority.INTERACTIVE);
        governor.acquire("pharmacy", Priority.INTERACTIVE);

        assertThatThrownBy(() -> governor.acquire("pharmacy", Priority.INTERACTIVE))
                .isInstanceOf(QuotaExceededException.class)
                .hasMessageContaining("2 requests in PT1H");
        governor.acquire(null, Priority.INTERACTIVE);
        assertThatThrownBy(() -> governor.acquire(null, Priority.INTERACTIVE))
                .hasMessageContaining("3 requests in PT1M");
    }

    @Test
    void governor_injectedTwice_isOne(QuotaGovernor first, QuotaGovernor second) {
        for (int i = 0; i < 3; i++) {
            first.acquire(null, Priority.INTERACTIVE);
        }

        assertThatThrownBy(() -> second.acquire(null, Priority.INTERACTIVE)).isInstanceOf(QuotaExceededException.class);
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
