package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.internal.config.BuymedConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/**
 * Looks for weaknesses that make a leak or a mistake likely: once at deployment, and on each call of {@link #run()}. The
 * findings of the deployment are announced when the application starts. Sends no request to the platform. Thread-safe.
 */
@ApplicationScoped
public class SecurityAudit {

    private static final Logger LOG = System.getLogger(SecurityAudit.class.getName());
    private final BuymedConfig config;
    private final Event<Finding> events;
    private final SecurityExtension deployment;
    private volatile Report latest = new Report(Instant.EPOCH, List.of());

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected SecurityAudit() {
        config = null;
        events = null;
        deployment = null;
    }

    @Inject
    SecurityAudit(BuymedConfig config, Event<Finding> events, SecurityExtension deployment) {
        this.config = config;
        this.events = events;
        this.deployment = deployment;
    }

    /** Reads files and configuration sources; each finding is logged as one line and fired as a CDI event. */
    public List<Finding> run() {
        List<Finding> findings = of(deployment.checks(), config, config.applications());
        report(findings);
        return findings;
    }

    /** What the latest run found; there is one from the start of the application on. */
    public Report latest() {
        return latest;
    }

    /** The findings of one run of the audit. */
    public record Report(Instant time, List<Finding> findings) {

        /** Copies the list. */
        public Report {
            findings = List.copyOf(findings);
        }
    }

    /** What is wrong with the text of credentials before they are put into a source; neither logged nor fired. */
    public List<Finding> look(Credentials credentials) {
        String host = config.settings(credentials.application()).apiOrigin().host();
        return SecretShapeCheck.look(credentials, host).toList();
    }

    void onStart(@Observes @Initialized(ApplicationScoped.class) Object application) {
        report(deployment.findings());
    }

    private void report(List<Finding> findings) {
        latest = new Report(InstantSource.system().instant(), findings);
        findings.forEach(this::announce);
    }

    static List<Check> checks() {
        return List.of(
                new SettingsCheck(),
                new ArchiveCheck(),
                new SystemPropertyCheck(),
                new OperatorPasswordCheck(),
                new OpenFileCheck(),
                new ShadowCheck(),
                new SecretShapeCheck(),
                new SecretAgeCheck(InstantSource.system()),
                new LoggerCheck());
    }

    static List<Finding> of(List<Check> checks, BuymedConfig config, Collection<ApplicationName> applications) {
        return checks.stream()
                .flatMap(check -> applications.stream().flatMap(application -> check.look(config, application)))
                .distinct()
                .toList();
    }

    private void announce(Finding finding) {
        LOG.log(finding.severity() == Severity.NOTE ? Level.INFO : Level.WARNING, finding.toString());
        try {
            events.fire(finding);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "BUYMED-2100 an observer of " + finding.id() + " failed", e);
        }
    }
}
