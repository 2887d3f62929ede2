package io.github.buymed4j.quota;

import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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
    private volatile @Nullable QuotaGovernor made;

    @Produces
    @Singleton
    QuotaGovernor governor(BuymedConfig config, SlotTable table) {
        Settings settings = config.settings();
        QuotaLimits limits = limits(settings);
        Sharing sharing = new Sharing(
                settings.get(ConfigKey.QUOTA_EGRESS), settings.get(ConfigKey.QUOTA_NODES), longestRequest(settings));
        QuotaGovernor governor = settings.get(ConfigKey.QUOTA_DATA_SOURCE).isEmpty()
                ? QuotaGovernor.local(limits.fairShare(sharing.nodes()), Time.SYSTEM)
                : QuotaGovernor.shared(limits, sharing, table, Time.SYSTEM);
        made = governor;
        return governor;
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
        QuotaGovernor governor = made;
        if (governor != null) {
            governor.stop();
        }
    }

    private static QuotaLimits limits(Settings settings) {
        double interactiveShare = settings.get(ConfigKey.QUOTA_INTERACTIVE_SHARE) / 100.0;
        return new QuotaLimits(
                new Limit(settings.get(ConfigKey.QUOTA_PER_MINUTE), Duration.ofMinutes(1), interactiveShare),
                new Limit(settings.get(ConfigKey.QUOTA_PER_HOUR), Duration.ofHours(1), interactiveShare),
                settings.get(ConfigKey.QUOTA_MAX_WAIT),
                settings.get(ConfigKey.QUOTA_BATCH_MAX_WAIT));
    }
}
