package io.github.buymed4j.console;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.CredentialsStatus;
import io.github.buymed4j.credentials.SecretSource;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Reading;
import io.github.buymed4j.internal.config.SecretFileWriter;
import io.github.buymed4j.security.AuditEntry;
import io.github.buymed4j.security.AuditTrail;
import io.github.buymed4j.security.Finding;
import io.github.buymed4j.security.OperatorAction;
import io.github.buymed4j.security.SecurityAudit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a planned rotation, as {@code rotation.xhtml} shows them for the chosen application. The new secret is a
 * parameter of one request: no component has it, so that it is in no view state. Lives for one request.
 */
@Named("rotation")
@RequestScoped
public class RotationPage {

    private static final int SHOWN = 5;

    private final BuymedConfig config;
    private final CredentialsRegistry registry;
    private final ApplicationChoice applications;
    private final SecurityAudit audit;
    private final AuditTrail trail;
    private final OperatorActions actions;
    private final Language language;
    private final LiveRotation live;
    private final HttpServletRequest request;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected RotationPage() {
        config = null;
        registry = null;
        applications = null;
        audit = null;
        trail = null;
        actions = null;
        language = null;
        live = null;
        request = null;
    }

    @Inject
    RotationPage(
            BuymedConfig config,
            CredentialsRegistry registry,
            ApplicationChoice applications,
            SecurityAudit audit,
            AuditTrail trail,
            OperatorActions actions,
            Language language,
            LiveRotation live,
            HttpServletRequest request) {
        this.config = config;
        this.registry = registry;
        this.applications = applications;
        this.audit = audit;
        this.trail = trail;
        this.actions = actions;
        this.language = language;
        this.live = live;
        this.request = request;
    }

    /** The key that names the file of the staged secret. */
    public String getKey() {
        return ConfigKey.CLIENT_SECRET_NEXT_FILE.key(application());
    }

    /** True if a secret can be staged from the page. */
    public boolean isConfigured() {
        return path().isPresent();
    }

    private Optional<Reading> path() {
        return config.read(ConfigKey.CLIENT_SECRET_NEXT_FILE, application());
    }

    /** How long a rejected call waits for the new secret. */
    public Duration getWait() {
        return config.settings(application()).get(ConfigKey.CREDENTIALS_ROTATION_WAIT);
    }

    /** True if the platform is on this machine, so that nothing of value is at stake. */
    public boolean isRehearsal() {
        return config.settings(application()).apiOrigin().isLoopback();
    }

    /** The portal's address; null if it is not configured. */
    public @Nullable URI getPortal() {
        return config.settings(application()).get(ConfigKey.CONSOLE_PORTAL_URL).orElse(null);
    }

    /** Null if there are no usable credentials. */
    public @Nullable CredentialsStatus getStatus() {
        return status(registry, application());
    }

    /** Null if no secret is staged. */
    public CredentialsStatus.@Nullable Staged getStaged() {
        CredentialsStatus status = getStatus();
        return status == null ? null : status.staged().orElse(null);
    }

    static @Nullable CredentialsStatus status(CredentialsRegistry registry, ApplicationName application) {
        try {
            return registry.of(application).status();
        } catch (ConfigurationException e) {
            return null;
        }
    }

    /** What the page says about the staged secret: the end of the key of a text. */
    public String getState() {
        return state(getStatus());
    }

    static String state(@Nullable CredentialsStatus status) {
        if (status == null || status.staged().isEmpty()) {
            return "none";
        }
        CredentialsStatus.Staged staged = status.staged().get();
        if (staged.current()) {
            return status.proven() ? "accepted" : "trying";
        }
        return staged.rejected() ? "rejected" : "waiting";
    }

    /** The key of {@link LiveRotation} for the chosen application. */
    public String getLive() {
        return "rotation" + OverviewPage.suffix(application());
    }

    /** The value of {@link LiveRotation} that the page shows. */
    public String getVersion() {
        return live.version(getStatus());
    }

    /** Why the file of the staged secret cannot be used. */
    public List<ConfigurationProblem> getProblems() {
        return CredentialsRegistry.offered(config, application()).problemsOfStaged();
    }

    /** What happened last to the application's credentials on this node, newest first. */
    public List<AuditEntry> getEvents() {
        return new EntryFilter("credentials", "")
                .of(trail.latest())
                .filter(entry -> application().equals(entry.application()))
                .limit(SHOWN)
                .toList();
    }

    /** Writes the secret that was pasted into the file. */
    public void stage() {
        Secret secret = Secret.of(
                Objects.requireNonNullElse(request.getParameter("secret"), "").strip());
        Optional<Reading> path = path();
        CredentialsStatus status = getStatus();
        if (secret.equals(Secret.of(""))) {
            language.say(language.text("rotationBlank"));
        } else if (path.isEmpty() || status == null) {
            refuse(
                    getKey() + " is not set, or there are no usable credentials",
                    language.text("rotationNotConfigured", getKey()));
        } else if (status.credentials().clientSecret().equals(secret)) {
            refuse("it is the secret in use", language.text("rotationSame"));
        } else {
            List<Finding> findings = audit.look(new Credentials(
                    application(), status.credentials().clientId(), secret, new SecretSource(getKey(), "", 0), 0));
            findings.forEach(finding -> refuse(finding.toString(), language.text("rotationSuspicious", finding)));
            if (findings.isEmpty()) {
                write(path.get(), secret);
            }
        }
    }

    private void write(Reading path, Secret secret) {
        try {
            SecretFileWriter.write(path, secret);
            language.say(language.text("rotationStaged", secret.fingerprint()));
            actions.done(OperatorAction.Type.STAGED, application(), secret.fingerprint());
        } catch (ConfigurationException e) {
            e.problems().forEach(problem -> refuse(problem.toString(), language.text("rotationNotStaged", problem)));
        }
    }

    /** Nothing was staged: takes the reason for the audit trail, and for the operator in the page's language. */
    private void refuse(String reason, String shown) {
        actions.failed(OperatorAction.Type.STAGED, application(), reason);
        language.say(shown);
    }

    private ApplicationName application() {
        return applications.getChosen();
    }
}
