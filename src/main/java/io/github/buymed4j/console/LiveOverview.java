package io.github.buymed4j.console;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.CredentialsStatus;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.VisibleText;
import io.github.buymed4j.rest.Pipeline;
import io.github.buymed4j.rest.Pipeline.LastCalls;
import io.github.buymed4j.security.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** What changes on {@code index.xhtml} and {@code security.xhtml}. */
@ApplicationScoped
class LiveOverview implements LiveSource {

    private final BuymedConfig config;
    private final CredentialsRegistry registry;
    private final Pipeline pipeline;
    private final AuditTrail trail;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected LiveOverview() {
        config = null;
        registry = null;
        pipeline = null;
        trail = null;
    }

    @Inject
    LiveOverview(BuymedConfig config, CredentialsRegistry registry, Pipeline pipeline, AuditTrail trail) {
        this.config = config;
        this.registry = registry;
        this.pipeline = pipeline;
        this.trail = trail;
    }

    @Override
    public void addTo(Map<String, String> values) {
        values.put("trail", version(trail));
        config.applications().forEach(application -> add(application, values));
    }

    /** Another text after each entry. */
    static String version(AuditTrail trail) {
        return trail.latest().stream()
                .findFirst()
                .map(entry -> entry.time().toString())
                .orElse("");
    }

    private void add(ApplicationName name, Map<String, String> values) {
        String suffix = OverviewPage.suffix(name);
        LastCalls calls = pipeline.lastCalls(name);
        values.put("lastSuccess" + suffix, Times.iso(calls.success()));
        values.put("lastFailure" + suffix, Times.iso(calls.failure()));
        values.put("reason" + suffix, VisibleText.of(calls.reason()));
        try {
            CredentialsStatus status = registry.of(name).status();
            values.put("state" + suffix, OverviewPage.state(status));
        } catch (ConfigurationException e) {
            values.put("state" + suffix, OverviewPage.state(null));
        }
    }
}
