package io.github.buymed4j.quota;

import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The governor of this deployment, with the configured limits. */
@ApplicationScoped
class ConfiguredGovernor {

    @Produces
    @Singleton
    QuotaGovernor governor(BuymedConfig config) {
        Settings settings = config.settings();
        return QuotaGovernor.local(
                QuotaLimits.of(settings.quotaPerMinute(), settings.quotaPerHour(), settings.quotaMaxWait()),
                Clock.systemUTC());
    }
}
