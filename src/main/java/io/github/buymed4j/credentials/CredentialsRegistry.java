package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Settings;
import io.github.buymed4j.credentials.CredentialSources.Look;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The credentials of each application, one provider an application for the life of the deployment. Thread-safe. */
@ApplicationScoped
public class CredentialsRegistry {

    private static final Logger LOG = System.getLogger(CredentialsRegistry.class.getName());

    private final BuymedConfig config;
    private final Event<CredentialsEvent> events;
    private final Map<ApplicationName, CredentialsProvider> providers = new ConcurrentHashMap<>();

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected CredentialsRegistry() {
        config = null;
        events = null;
    }

    @Inject
    public CredentialsRegistry(BuymedConfig config, Event<CredentialsEvent> events) {
        this.config = config;
        this.events = events;
    }

    /** What keeps the application's credentials from being used now; for the check at deployment. */
    public static List<ConfigurationProblem> problems(BuymedConfig config, ApplicationName application) {
        return new CredentialSources(config, application).look().problems();
    }

    /**
     * The application's provider.
     *
     * @throws ConfigurationException when its sources hold no usable pair; names all that is wrong
     */
    public CredentialsProvider of(ApplicationName application) {
        CredentialsProvider known = providers.get(application);
        return known != null ? known : providers.computeIfAbsent(application, this::load);
    }

    private CredentialsProvider load(ApplicationName application) {
        CredentialSources sources = new CredentialSources(config, application);
        Look look = sources.look();
        if (look.pairs().isEmpty()) {
            throw new ConfigurationException(look.problems());
        }
        Settings settings = config.settings();
        Timing timing = new Timing(
                settings.credentialsCheckInterval(),
                settings.credentialsRotationWait(),
                System::nanoTime,
                InstantSource.system());
        Credentials first = look.pairs().get(0).asCredentials(application, 1);
        return new RotatingCredentials(sources, this::announce, timing, first);
    }

    private void announce(CredentialsEvent.Type type, Credentials credentials) {
        CredentialsEvent event =
                new CredentialsEvent(type, InstantSource.system().instant(), credentials);
        LOG.log(type == CredentialsEvent.Type.REJECTED ? Level.WARNING : Level.INFO, event.toString());
        events.fire(event);
    }
}
