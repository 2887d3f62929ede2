package io.github.buymed4j.quota;

import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.QuotaSharing;
import io.github.buymed4j.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The governor of this deployment, with the configured limits: this node's own, or shared where a data source is named. */
@ApplicationScoped
class ConfiguredGovernor {

    @Produces
    @Singleton
    QuotaGovernor governor(BuymedConfig config, SlotTable table) {
        Settings settings = config.settings();
        QuotaSharing shared = config.quotaSharing();
        Time time = new SystemTime(Clock.systemUTC());
        if (shared.dataSource().isEmpty()) {
            return Governor.local(limits(settings), time);
        }
        Sharing sharing = new Sharing(shared.egress(), shared.nodes(), shared.longestRequest());
        return new SharedBudgets(limits(settings), sharing, table, time).governor();
    }

    private static QuotaLimits limits(Settings settings) {
        return new QuotaLimits(
                new Limit(settings.quotaPerMinute(), Duration.ofMinutes(1)),
                new Limit(settings.quotaPerHour(), Duration.ofHours(1)),
                settings.quotaInteractiveShare() / 100.0,
                settings.quotaMaxWait(),
                settings.quotaBatchMaxWait());
    }
}
