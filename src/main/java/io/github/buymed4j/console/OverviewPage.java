package io.github.buymed4j.console;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.CredentialsStatus;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Settings;
import io.github.buymed4j.rest.Pipeline;
import io.github.buymed4j.rest.Pipeline.LastCalls;
import io.github.buymed4j.security.AuditEntry;
import io.github.buymed4j.security.AuditTrail;
import io.github.buymed4j.security.OperatorAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code index.xhtml} shows of each application. Lives for one request: nothing of it is stored in the session. */
@Named("overview")
@RequestScoped
public class OverviewPage {

    private static final int SHOWN = 10;

    private final BuymedConfig config;
    private final CredentialsRegistry registry;
    private final Pipeline pipeline;
    private final AuditTrail trail;
    private final ApplicationChoice applications;
    private final OperatorActions actions;
    private final Language language;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected OverviewPage() {
        config = null;
        registry = null;
        pipeline = null;
        trail = null;
        applications = null;
        actions = null;
        language = null;
    }

    @Inject
    OverviewPage(
            BuymedConfig config,
            CredentialsRegistry registry,
            Pipeline pipeline,
            AuditTrail trail,
            ApplicationChoice applications,
            OperatorActions actions,
            Language language) {
        this.config = config;
        this.registry = registry;
        this.pipeline = pipeline;
        this.trail = trail;
        this.applications = applications;
        this.actions = actions;
        this.language = language;
    }

    public List<Row> getApplications() {
        return config.applications().stream().map(this::row).toList();
    }

    private Row row(ApplicationName name) {
        Settings settings = config.settings(name);
        List<ConfigurationProblem> problems = List.of();
        CredentialsStatus status = null;
        try {
            status = registry.of(name).status();
        } catch (ConfigurationException e) {
            problems = e.problems();
        }
        return new Row(name, settings, status, problems, pipeline.lastCalls(name), timeline(name));
    }

    /** Another text after each entry of the audit trail. */
    public String getVersion() {
        return LiveOverview.version(trail);
    }

    private List<AuditEntry> timeline(ApplicationName name) {
        return new EntryFilter("credentials", "")
                .of(trail.latest())
                .filter(entry -> name.equals(entry.application()))
                .limit(SHOWN)
                .toList();
    }

    /** Reads the sources of the chosen application's credentials now. */
    public void look() {
        ApplicationName application = applications.getChosen();
        try {
            String fingerprint = registry.of(application)
                    .lookNow()
                    .credentials()
                    .clientSecret()
                    .fingerprint();
            actions.done(OperatorAction.Type.LOOKED, application, "");
            language.say(language.text("looked", fingerprint));
        } catch (ConfigurationException e) {
            actions.failed(OperatorAction.Type.LOOKED, application, "there are no usable credentials");
            language.say(String.valueOf(e.getMessage()));
        }
    }

    /**
     * One application.
     *
     * @param status null if it has no usable credentials
     * @param problems why it has none
     * @param timeline what happened to its credentials, newest first
     */
    public record Row(
            ApplicationName name,
            Settings settings,
            @Nullable CredentialsStatus status,
            List<ConfigurationProblem> problems,
            LastCalls calls,
            List<AuditEntry> timeline) {

        public String apiAddress() {
            return settings.get(ConfigKey.API_URL).toString();
        }

        public String region() {
            return settings.get(ConfigKey.SERVICE_REGION);
        }

        public boolean configured() {
            return status != null;
        }

        public String state() {
            return OverviewPage.state(status);
        }

        public String suffix() {
            return OverviewPage.suffix(name);
        }
    }

    /** {@code accepted}, {@code rejected}, {@code untried}, or {@code unconfigured} for null. */
    static String state(@Nullable CredentialsStatus status) {
        if (status == null) {
            return "unconfigured";
        }
        if (status.rejectedSince().isPresent()) {
            return "rejected";
        }
        return status.proven() ? "accepted" : "untried";
    }

    /** Makes the ids of the elements of one application differ from those of another. */
    static String suffix(ApplicationName name) {
        return name.isDefault() ? "" : "-" + name.value();
    }
}
