package io.github.buymed4j.quota;

import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The governor of this deployment, with the configured limits. */
@ApplicationScoped
class ConfiguredGovernor {

    @Produces
    @Singleton
    QuotaGovernor governor(BuymedConfig config) {
        Settings settings = config.settings();
        return QuotaGovernor.local(limits(settings), Clock.systemUTC());
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
