package io.github.buymed4j.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * The configuration of this deployment: settings that are read and validated once, and values that are read anew on each
 * call because they may change while the application runs. Thread-safe.
 */
@ApplicationScoped
public class BuymedConfig {

    private final Config config;
    private final Settings settings;
    private final AccountSettings accounts;
    private final List<ConfigurationProblem> problems;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected BuymedConfig() {
        config = null;
        settings = null;
        accounts = null;
        problems = null;
    }

    @Inject
    public BuymedConfig(Config config) {
        this.config = config;
        SettingsReader reader = new SettingsReader(this);
        this.settings = reader.read();
        this.accounts = new AccountSettingsReader(reader).read();
        this.problems = List.copyOf(reader.problems());
    }

    /** The configuration of the calling thread's application, for use where CDI is not up yet. */
    public static BuymedConfig ofThisApplication() {
        return new BuymedConfig(ConfigProvider.getConfig());
    }

    public Settings settings() {
        return settings;
    }

    public AccountSettings accounts() {
        return accounts;
    }

    /** All that is wrong with the settings; a deployment with any is refused. */
    public List<ConfigurationProblem> problems() {
        return problems;
    }

    /**
     * The key's value as its sources give it now; a blank one counts as given.
     *
     * @throws ConfigurationException when the server cannot evaluate it; without the server's text, which may hold it
     */
    public Optional<Reading> read(ConfigKey key, ApplicationName application) {
        return read(key.key(application));
    }

    /** As {@link #read(ConfigKey, ApplicationName)}, for MicroProfile's own keys of one REST client interface. */
    public Optional<Reading> read(String key) {
        ConfigValue found;
        try {
            found = config.getConfigValue(key);
        } catch (RuntimeException e) {
            throw notEvaluated(key);
        }
        if (found.getValue() == null && found.getRawValue() != null) {
            throw notEvaluated(key);
        }
        return Optional.ofNullable(found.getValue())
                .map(value -> new Reading(key, Secret.of(value), found.getSourceName(), found.getSourceOrdinal()));
    }

    /** Without the server's own text and without its exception: both may hold the value. */
    private static ConfigurationException notEvaluated(String key) {
        String what = "cannot be evaluated; look for '${' in its value";
        return new ConfigurationException(List.of(new ConfigurationProblem(key, what)));
    }
}
