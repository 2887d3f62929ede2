package io.github.buymed4j.console;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.CredentialsStatus;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code index.xhtml} shows of each application. Lives for one request: nothing of it is stored in the session. */
@Named("overview")
@RequestScoped
public class OverviewPage {

    private final BuymedConfig config;
    private final CredentialsRegistry registry;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected OverviewPage() {
        config = null;
        registry = null;
    }

    @Inject
    OverviewPage(BuymedConfig config, CredentialsRegistry registry) {
        this.config = config;
        this.registry = registry;
    }

    public List<Row> getApplications() {
        return config.applications().stream().map(this::row).toList();
    }

    private Row row(ApplicationName name) {
        Settings settings = config.settings(name);
        String address = settings.get(ConfigKey.API_URL).toString();
        String region = settings.get(ConfigKey.SERVICE_REGION);
        try {
            return new Row(name, address, region, registry.of(name).status(), List.of());
        } catch (ConfigurationException e) {
            return new Row(name, address, region, null, e.problems());
        }
    }

    /**
     * One application.
     *
     * @param status null if it has no usable credentials
     * @param problems why it has none
     */
    public record Row(
            ApplicationName name,
            String apiAddress,
            String region,
            @Nullable CredentialsStatus status,
            List<ConfigurationProblem> problems) {

        public boolean configured() {
            return status != null;
        }

        public boolean rejected() {
            return status != null && status.rejectedSince().isPresent();
        }

        /** {@code accepted}, {@code rejected}, {@code untried} or {@code unconfigured}: which text says how the next calls are handled. */
        public String state() {
            if (status == null) {
                return "unconfigured";
            }
            if (rejected()) {
                return "rejected";
            }
            return status.proven() ? "accepted" : "untried";
        }

        /** Makes the ids of the elements of one application differ from those of another. */
        public String suffix() {
            return name.isDefault() ? "" : "-" + name.value();
        }
    }
}
