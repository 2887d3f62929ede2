package io.github.buymed4j.quota;

import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.QuotaSharing;
import io.github.buymed4j.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The governor of this deployment, with the configured limits: this node's own, or shared where a data source is named. */
@ApplicationScoped
class ConfiguredGovernor {

    @Produces
    @Singleton
    QuotaGovernor governor(BuymedConfig config, SlotTable table) {
        Settings settings = config.settings();
        QuotaLimits limits =
                QuotaLimits.of(settings.quotaPerMinute(), settings.quotaPerHour(), settings.quotaMaxWait());
        Time time = new SystemTime(Clock.systemUTC());
        QuotaSharing shared = config.quotaSharing();
        if (shared.dataSource().isEmpty()) {
            return Governor.local(limits, time);
        }
        Sharing sharing = new Sharing(shared.egress(), shared.nodes(), shared.longestRequest());
        return new SharedBudgets(limits, sharing, table, time).governor();
    }
}
