package io.github.buymed4j.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The configuration of this deployment: settings that are read and validated once, and values that are read anew on each
 * call because they may change while the application runs. Thread-safe.
 */
@ApplicationScoped
public class BuymedConfig {

    private final Config config;
    private final FreshConfig fresh;
    private final SettingsReader.Outcome ofDefault;
    private final Map<ApplicationName, SettingsReader.Outcome> ofNamed = new ConcurrentHashMap<>();

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected BuymedConfig() {
        config = null;
        fresh = null;
        ofDefault = null;
    }

    @Inject
    public BuymedConfig(Config config) {
        this.config = config;
        this.fresh = new FreshConfig(config);
        this.ofDefault = new SettingsReader(this, ApplicationName.DEFAULT).read();
    }

    /** The configuration of the calling thread's application, for use where CDI is not up yet. */
    public static BuymedConfig ofThisApplication() {
        return new BuymedConfig(ConfigProvider.getConfig());
    }

    /**
     * The default application, and each one that a key {@code buymed.app.NAME.…} names, or an environment variable
     * {@code BUYMED_APP_NAME_…}: its name is taken in lower case, unless a key has the same with other letters.
     */
    public Set<ApplicationName> applications() {
        Set<String> keys = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .collect(Collectors.toSet());
        Set<ApplicationName> applications = keys.stream()
                // SmallRye lists a guess at a variable's key too, with a dot for each underscore
                .filter(key -> !keys.contains(ConfigKey.asVariable(key)))
                .flatMap(key -> ConfigKey.applicationOf(key).stream())
                .collect(ApplicationName.toSortedSet());
        keys.stream()
                .flatMap(variable -> ConfigKey.applicationOfVariable(variable).stream())
                .filter(found -> applications.stream().noneMatch(found::hasVariablesOf))
                .forEach(applications::add);
        return applications;
    }

    /** The settings of the accounts, which are the default application's. */
    public AccountSettings accounts() {
        return ofDefault.accounts();
    }

    /** How nodes share the quota, which is the default application's to say. */
    public QuotaSharing quotaSharing() {
        return ofDefault.sharing();
    }

    public Settings settings() {
        return ofDefault.settings();
    }

    /** The named application's settings; what is not given for it is the default application's. */
    public Settings settings(ApplicationName application) {
        return outcome(application).settings();
    }

    /** All that is wrong with the settings of the {@link #applications()}; a deployment with any is refused. */
    public List<ConfigurationProblem> problems() {
        return applications().stream()
                .flatMap(application -> problems(application).stream())
                .distinct()
                .toList();
    }

    public List<ConfigurationProblem> problems(ApplicationName application) {
        return outcome(application).problems();
    }

    /** How the REST client of that interface and {@code configKey} reaches its host; what is wrong keeps its default. */
    public TransportSettings transport(String interfaceName, String configKey) {
        return new TransportSettingsReader(this, interfaceName, configKey).read();
    }

    /** All that is wrong with MicroProfile's keys of that REST client; a deployment with any is refused. */
    public List<ConfigurationProblem> transportProblems(String interfaceName, String configKey) {
        TransportSettingsReader reader = new TransportSettingsReader(this, interfaceName, configKey);
        reader.read();
        return reader.problems();
    }

    private SettingsReader.Outcome outcome(ApplicationName application) {
        return application.isDefault()
                ? ofDefault
                : ofNamed.computeIfAbsent(application, name -> new SettingsReader(this, name).read());
    }

    /**
     * The key's value as its sources have it now, also where the server would answer from a cache; a blank one counts as
     * given. What is not given for a named application is the default application's, but never a credential.
     *
     * @throws ConfigurationException when the server cannot evaluate it, without the server's text, which may hold it; for an
     *     access token, too, when a header cannot carry it
     */
    public Optional<Reading> read(ConfigKey key, ApplicationName application) {
        Optional<Reading> own = read(key, key.key(application));
        return own.isPresent() || application.isDefault() || key.isCredential() ? own : read(key, key.key());
    }

    private Optional<Reading> read(ConfigKey key, String name) {
        if (!key.isVerbatim()) {
            return read(name);
        }
        Optional<Reading> found = read(
                name,
                fresh::findVerbatim,
                "cannot be evaluated: '${' stands for an expression, which must be the whole value and lead somewhere");
        return key == ConfigKey.ACCESS_TOKEN ? found.map(AccessTokenText::checked) : found;
    }

    /** As {@link #read(ConfigKey, ApplicationName)}, for MicroProfile's own keys of one REST client interface. */
    public Optional<Reading> read(String key) {
        return read(key, fresh::find, "cannot be evaluated; look for '${' in its value");
    }

    private static Optional<Reading> read(
            String key, Function<String, Optional<FreshConfig.Found>> search, String whenItFails) {
        try {
            return search.apply(key).map(found -> reading(key, found));
        } catch (RuntimeException e) {
            // without the server's own text and without its exception: both may hold the value
            throw new ConfigurationException(List.of(new ConfigurationProblem(key, whenItFails)));
        }
    }

    /** What each source has for the key, the winner first, with expressions as they are written. */
    public Stream<Reading> readAll(ConfigKey key, ApplicationName application) {
        String name = key.key(application);
        return fresh.all(name).map(found -> reading(name, found));
    }

    private static Reading reading(String key, FreshConfig.Found found) {
        return new Reading(key, Secret.of(found.value()), found.source(), found.ordinal());
    }
}
