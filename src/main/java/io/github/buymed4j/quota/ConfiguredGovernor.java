package io.github.buymed4j.quota;

import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.QuotaSharing;
import io.github.buymed4j.config.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Produces this deployment's governor with the configured limits: local to this node, or shared if a data source is
 * configured.
 */
@ApplicationScoped
class ConfiguredGovernor {

    /**
     * Kept to end the waits for the quota when the application stops; waiting threads would otherwise outlive its
     * classes.
     */
    private volatile @Nullable Governor made;

    @Produces
    @Singleton
    QuotaGovernor governor(BuymedConfig config, SlotTable table) {
        Settings settings = config.settings();
        QuotaSharing shared = config.quotaSharing();
        Time time = new SystemTime(Clock.systemUTC());
        Governor governor = shared.dataSource().isEmpty()
                ? Governor.local(limits(settings).fairShare(shared.nodes()), time)
                : shared(limits(settings), shared, table, time);
        made = governor;
        return governor;
    }

    private static Governor shared(QuotaLimits limits, QuotaSharing shared, SlotTable table, Time time) {
        Sharing sharing = new Sharing(shared.egress(), shared.nodes(), shared.longestRequest());
        return new SharedBudgets(limits, sharing, table, time).governor();
    }

    void applicationStops(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        stop();
    }

    @PreDestroy
    void stop() {
        Governor governor = made;
        if (governor != null) {
            governor.stop();
        }
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
