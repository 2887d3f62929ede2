package io.github.buymed4j.internal.telemetry;

import io.github.buymed4j.accounts.AccountEvent;
import io.github.buymed4j.credentials.CredentialsEvent;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.transport.Telemetry;
import io.github.buymed4j.internal.transport.UserAgent;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.security.Finding;
import io.github.buymed4j.security.OperatorAction;
import io.github.buymed4j.security.Severity;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Records requests and events with the server's bean of {@link OpenTelemetry}, from the start of the application; if
 * there is none, with the global one, from the first call. Asking for the global one earlier would prevent that the
 * application sets it. Not a bean if the server has no OpenTelemetry, or hides it from applications.
 */
@ApplicationScoped
class Recorder {

    static final AttributeKey<String> EVENT = AttributeKey.stringKey("buymed.event");
    static final AttributeKey<String> EVENT_ID = AttributeKey.stringKey("buymed.event.id");

    private final BuymedConfig config;
    private final Instance<OpenTelemetry> ofServer;
    private final Instance<QuotaGovernor> quota;
    private volatile @Nullable Instruments instruments;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected Recorder() {
        config = null;
        ofServer = null;
        quota = null;
    }

    @Inject
    Recorder(BuymedConfig config, Instance<OpenTelemetry> ofServer, Instance<QuotaGovernor> quota) {
        this.config = config;
        this.ofServer = ofServer;
        this.quota = quota;
    }

    @Produces
    @Singleton
    Telemetry requests() {
        return new RequestTelemetry(this::instruments);
    }

    /** Before the other observers, whose events are to be recorded. */
    void start(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) @Initialized(ApplicationScoped.class)
                    Object application) {
        if (config.settings().get(ConfigKey.TELEMETRY_ENABLED) && ofServer.isResolvable()) {
            instruments();
        }
    }

    /** Created once; a call that comes meanwhile waits. */
    private Instruments instruments() {
        Instruments known = instruments;
        return known != null ? known : create();
    }

    private synchronized Instruments create() {
        Instruments known = instruments;
        if (known == null) {
            known = new Instruments(
                    ofServer.isResolvable() ? ofServer.get() : GlobalOpenTelemetry.get(),
                    config.settings().get(ConfigKey.TELEMETRY_PROPAGATE),
                    quota.isResolvable() ? quota.get() : null);
            instruments = known;
        }
        return known;
    }

    void on(@Observes CredentialsEvent event) {
        Attributes attributes = attributes(event.type(), event.type().id()).toBuilder()
                .put(
                        RouteAttributes.APPLICATION,
                        UserAgent.nameOf(event.credentials().application()))
                .build();
        record(Metric.CREDENTIALS_EVENTS, attributes, event.time(), event.type().isAlarming(), event.toString());
    }

    void on(@Observes AccountEvent event) {
        boolean alarming = switch (event.type()) {
            case CONNECTED, DISCONNECTED, RENEWED -> false;
            default -> true;
        };
        Attributes attributes = attributes(event.type(), event.type().id());
        record(Metric.ACCOUNT_EVENTS, attributes, event.time(), alarming, event.toString());
    }

    void on(@Observes Finding finding) {
        Attributes attributes = attributes(finding.rule(), finding.id());
        boolean alarming = finding.severity() != Severity.NOTE;
        record(Metric.SECURITY_FINDINGS, attributes, Instant.now(), alarming, finding.toString());
    }

    void on(@Observes OperatorAction action) {
        Attributes attributes = attributes(action.type(), action.id());
        record(Metric.OPERATOR_ACTIONS, attributes, action.time(), false, action.toString());
    }

    private static Attributes attributes(Enum<?> what, String id) {
        return Attributes.of(EVENT, what.name().toLowerCase(Locale.ROOT), EVENT_ID, id);
    }

    private void record(Metric metric, Attributes attributes, Instant time, boolean alarming, String text) {
        Instruments known = instruments;
        Measurements measurements = known == null ? null : known.measurements();
        if (measurements != null) {
            measurements.event(metric, attributes, new Event(time, alarming, text));
        }
    }

    /** The server may outlive the application, and must not ask it any more. */
    @PreDestroy
    void stop() {
        Instruments known = instruments;
        if (known != null) {
            known.close();
        }
    }
}
