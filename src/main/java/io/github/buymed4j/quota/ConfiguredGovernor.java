package io.github.buymed4j.quota;

import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
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
        Time time = new SystemTime(Clock.systemUTC());
        Governor governor = settings.get(ConfigKey.QUOTA_DATA_SOURCE).isEmpty()
                ? Governor.local(limits(settings).fairShare(settings.get(ConfigKey.QUOTA_NODES)), time)
                : shared(settings, table, time);
        made = governor;
        return governor;
    }

    private static Governor shared(Settings settings, SlotTable table, Time time) {
        Sharing sharing = new Sharing(
                settings.get(ConfigKey.QUOTA_EGRESS), settings.get(ConfigKey.QUOTA_NODES), longestRequest(settings));
        return new SharedBudgets(limits(settings), sharing, table, time).governor();
    }

    /** How long after a request began the platform may still count it. */
    private static Duration longestRequest(Settings settings) {
        return Duration.ofMillis((long) settings.get(ConfigKey.CONNECT_TIMEOUT) + settings.get(ConfigKey.READ_TIMEOUT));
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
                new Limit(settings.get(ConfigKey.QUOTA_PER_MINUTE), Duration.ofMinutes(1)),
                new Limit(settings.get(ConfigKey.QUOTA_PER_HOUR), Duration.ofHours(1)),
                settings.get(ConfigKey.QUOTA_INTERACTIVE_SHARE) / 100.0,
                settings.get(ConfigKey.QUOTA_MAX_WAIT),
                settings.get(ConfigKey.QUOTA_BATCH_MAX_WAIT));
    }
}
