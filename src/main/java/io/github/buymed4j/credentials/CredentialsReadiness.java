package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports for each application whether the platform accepts its credentials. By default it stays up while the platform
 * rejects them, since a rejection affects every node at once and none would be left. If
 * {@code buymed.health.rejected-is-down} is true, it is down while calls fail fast, and up again when other credentials
 * are found or a probe is due: an application that receives no work while it is down could otherwise never find out
 * that they work again. Down without credentials. Sends no request. Not a bean if the server has no MicroProfile
 * Health: {@code META-INF/beans.xml} then excludes it.
 */
@Readiness
@ApplicationScoped
class CredentialsReadiness implements HealthCheck {

    private final BuymedConfig config;
    private final CredentialsRegistry registry;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected CredentialsReadiness() {
        config = null;
        registry = null;
    }

    @Inject
    CredentialsReadiness(BuymedConfig config, CredentialsRegistry registry) {
        this.config = config;
        this.registry = registry;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, Object> data = new TreeMap<>();
        boolean ready = true;
        for (ApplicationName application : config.applications()) {
            ready &= report(application, data);
        }
        Status status = ready ? Status.UP : Status.DOWN;
        return new HealthCheckResponse("buymed4j-credentials", status, Optional.of(data));
    }

    /** Adds the application's state to the data; true if the application is ready. */
    private boolean report(ApplicationName application, Map<String, Object> data) {
        try {
            CredentialsStatus status = registry.of(application).status();
            data.put(application.toString(), textOf(status));
            return status.ready() || !config.settings(application).get(ConfigKey.HEALTH_REJECTED_IS_DOWN);
        } catch (ConfigurationException e) {
            data.put(application.toString(), "not configured");
            return false;
        }
    }

    private static String textOf(CredentialsStatus status) {
        return status.rejectedSince()
                .map(since -> "rejected since " + since)
                .orElse(status.proven() ? "accepted" : "not tried yet");
    }
}
