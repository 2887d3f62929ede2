package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The credentials of each application: one provider per application for the lifetime of the deployment. Thread-safe.
 */
@ApplicationScoped
public class CredentialsRegistry {

    private static final Logger LOG = System.getLogger(CredentialsRegistry.class.getName());

    private final BuymedConfig config;
    private final Event<CredentialsEvent> events;
    private final Map<ApplicationName, RotatingCredentials> providers = new ConcurrentHashMap<>();

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected CredentialsRegistry() {
        config = null;
        events = null;
    }

    /** Made by the container. */
    @Inject
    public CredentialsRegistry(BuymedConfig config, Event<CredentialsEvent> events) {
        this.config = config;
        this.events = events;
    }

    /** The problems that prevent the use of the application's credentials now; for the check at deployment. */
    public static List<ConfigurationProblem> problems(BuymedConfig config, ApplicationName application) {
        return offered(config, application).problems();
    }

    /** What the application's sources offer now, for an audit; does not affect calls. */
    public static OfferedCredentials offered(BuymedConfig config, ApplicationName application) {
        return new CredentialSources(config, application).look(System.nanoTime());
    }

    /**
     * The application's provider.
     *
     * @throws ConfigurationException if its sources hold no usable pair; lists all problems
     */
    public CredentialsProvider of(ApplicationName application) {
        RotatingCredentials known = providers.get(application);
        if (known != null) {
            return known;
        }
        RotatingCredentials provider = providers.computeIfAbsent(application, this::load);
        provider.announce();
        return provider;
    }

    private RotatingCredentials load(ApplicationName application) {
        CredentialSources sources = new CredentialSources(config, application);
        Settings settings = config.settings(application);
        Timing timing = Timing.ofTheSystem(
                settings.get(ConfigKey.CREDENTIALS_CHECK_INTERVAL), settings.get(ConfigKey.CREDENTIALS_ROTATION_WAIT));
        return RotatingCredentials.load(sources, new Announcements(timing.clock(), this::announce), timing);
    }

    private void announce(CredentialsEvent event) {
        LOG.log(event.type().isAlarming() ? Level.WARNING : Level.INFO, event.toString());
        events.fire(event);
    }
}
