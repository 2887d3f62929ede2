package io.github.buymed4j.quota;

import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The governor of this application, as it is configured: one for all its requests. */
@Dependent
class QuotaProducer {

    @Produces
    @ApplicationScoped
    static QuotaGovernor governor(BuymedConfig config) {
        Settings settings = config.settings();
        QuotaLimits limits =
                QuotaLimits.of(settings.quotaPerMinute(), settings.quotaPerHour(), settings.quotaMaxWait());
        return QuotaGovernor.local(limits, Clock.systemUTC());
    }
}
