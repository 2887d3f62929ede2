package io.github.buymed4j.console;

import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.CredentialsStatus;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.security.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells open pages what becomes of a staged secret. */
@ApplicationScoped
class LiveRotation implements LiveSource {

    private final BuymedConfig config;
    private final CredentialsRegistry registry;
    private final AuditTrail trail;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected LiveRotation() {
        config = null;
        registry = null;
        trail = null;
    }

    @Inject
    LiveRotation(BuymedConfig config, CredentialsRegistry registry, AuditTrail trail) {
        this.config = config;
        this.registry = registry;
        this.trail = trail;
    }

    @Override
    public void addTo(Map<String, String> values) {
        config.applications()
                .forEach(application -> values.put(
                        "rotation" + OverviewPage.suffix(application),
                        version(RotationPage.status(registry, application))));
    }

    /** Another text after each change; takes null if the application has no usable credentials. */
    String version(@Nullable CredentialsStatus status) {
        return RotationPage.state(status) + " " + LiveOverview.version(trail);
    }
}
