package io.github.buymed4j.internal.config;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The configuration of this deployment: settings that are read and validated once, and values that are read again on
 * each call because they may change while the application runs. Thread-safe.
 */
@ApplicationScoped
public class BuymedConfig {

    /**
     * The default application's settings. Read once for each configuration of the server, although the checks at
     * deployment and the beans each have an instance of this class: the first reading takes a tenth of a second.
     */
    private static final Map<Config, SettingsReader.Outcome> OF_DEFAULT =
            Collections.synchronizedMap(new WeakHashMap<>());

    private static final String PROFILE = "mp.config.profile";

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
        this.ofDefault =
                OF_DEFAULT.computeIfAbsent(config, unread -> new SettingsReader(this, ApplicationName.DEFAULT).read());
    }

    /** The configuration of the calling thread's application, for use before CDI is available. */
    public static BuymedConfig ofThisApplication() {
        return new BuymedConfig(ConfigProvider.getConfig());
    }

    /**
     * The default application first, then in order each application named by a key {@code buymed.app.NAME.…} or an environment variable
     * {@code BUYMED_APP_NAME_…}. The name in a variable is read as lower case, unless a key has the same name in
     * another spelling.
     */
    public Set<ApplicationName> applications() {
        Set<String> keys = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .collect(Collectors.toSet());
        Set<ApplicationName> applications = keys.stream()
                // SmallRye also lists a guessed key for each variable, with dots for underscores
                .filter(key -> !keys.contains(ConfigKey.asVariable(key)))
                .flatMap(key -> ConfigKey.applicationOf(key).stream())
                .collect(Collectors.toCollection(() -> new TreeSet<>(Set.of(ApplicationName.DEFAULT))));
        keys.stream()
                .flatMap(variable -> ConfigKey.applicationOfVariable(variable).stream())
                .filter(found -> applications.stream().noneMatch(known -> haveTheSameVariables(known, found)))
                .forEach(applications::add);
        return applications;
    }

    private static boolean haveTheSameVariables(ApplicationName one, ApplicationName other) {
        return ConfigKey.asVariable(one.value()).equals(ConfigKey.asVariable(other.value()));
    }

    /** True if the MicroProfile profile is {@code dev}. */
    public boolean isDevelopment() {
        return read(PROFILE)
                .filter(reading ->
                        List.of(reading.value().reveal().split("\\s*,\\s*")).contains("dev"))
                .isPresent();
    }

    /** The settings of the default application. */
    public Settings settings() {
        return ofDefault.settings();
    }

    /** The named application's settings; missing ones are taken from the default application. */
    public Settings settings(ApplicationName application) {
        return outcome(application).settings();
    }

    /** All problems of the settings of the {@link #applications()}; a deployment with any problem is refused. */
    public List<ConfigurationProblem> problems() {
        return applications().stream()
                .flatMap(application -> problems(application).stream())
                .distinct()
                .toList();
    }

    public List<ConfigurationProblem> problems(ApplicationName application) {
        return outcome(application).problems();
    }

    /**
     * The transport settings of the REST client with that interface and {@code configKey}; an invalid one has its
     * default.
     */
    public TransportSettings transport(String interfaceName, String configKey) {
        return new TransportSettingsReader(this, interfaceName, configKey).read();
    }

    /** All problems of MicroProfile's keys of that REST client; a deployment with any problem is refused. */
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
     * The key's current value in its sources, even if the server caches values; a blank value counts as given. A value
     * missing for a named application is taken from the default application, except credentials.
     *
     * @throws ConfigurationException if the value cannot be evaluated; without the server's message, which may contain
     *     the value. Also if the value is not valid for the key
     */
    public Optional<Reading> read(ConfigKey<?> key, ApplicationName application) {
        Optional<Reading> own = read(key, key.key(application));
        return own.isPresent() || application.isDefault() || key.isCredential() ? own : read(key, key.key());
    }

    private Optional<Reading> read(ConfigKey<?> key, String name) {
        if (!key.isVerbatim()) {
            return read(name);
        }
        Optional<Reading> found = read(
                name,
                fresh::findVerbatim,
                "cannot be evaluated: '${' stands for an expression, which must be the whole value and lead somewhere");
        return found.map(given -> checked(key, given));
    }

    /** The value in the form in which it is used; a blank one is unchanged and counts as absent. */
    private static <T> Reading checked(ConfigKey<T> key, Reading given) {
        String text = given.value().reveal();
        if (text.isBlank()) {
            return given;
        }
        T value = key.type().parser().apply(text);
        String problem = key.type().problem().apply(value);
        if (!problem.isEmpty()) {
            throw new ConfigurationException(List.of(new ConfigurationProblem(given.key(), problem)));
        }
        return value instanceof Secret secret
                ? new Reading(given.key(), secret, given.source(), given.ordinal())
                : given;
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
            // without the server's message and exception, which may contain the value
            throw new ConfigurationException(List.of(new ConfigurationProblem(key, whenItFails)));
        }
    }

    /** The values of all sources for the key, the effective one first, with unevaluated expressions. */
    public Stream<Reading> readAll(ConfigKey<?> key, ApplicationName application) {
        String name = key.key(application);
        return fresh.all(name).map(found -> reading(name, found));
    }

    private static Reading reading(String key, FreshConfig.Found found) {
        return new Reading(key, Secret.of(found.value()), found.source(), found.ordinal());
    }
}
