package io.github.buymed4j.internal.config;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one application's settings and collects all problems; an invalid setting has its default meanwhile. */
final class SettingsReader {

    private final BuymedConfig config;
    private final ApplicationName application;
    private final Map<ConfigKey<?>, Object> values = new HashMap<>();
    private final Set<ConfigKey<?>> given = new HashSet<>();
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    SettingsReader(BuymedConfig config, ApplicationName application) {
        this.config = config;
        this.application = application;
    }

    /** The settings and their problems. */
    record Outcome(Settings settings, List<ConfigurationProblem> problems) {}

    Outcome read() {
        ConfigKey.values().forEach(this::read);
        Settings settings = new Settings(values);
        for (ConfigKey<?> key : ConfigKey.values()) {
            checkAgainstOthers(key, settings);
        }
        checkConsole(settings);
        return new Outcome(new Settings(values), List.copyOf(problems));
    }

    /** Checks the keys of the console's login that exclude or need each other. */
    private void checkConsole(Settings settings) {
        if (given.containsAll(Set.of(ConfigKey.CONSOLE_PASSWORD, ConfigKey.CONSOLE_PASSWORD_HASH))) {
            report(ConfigKey.CONSOLE_PASSWORD_HASH, "is given beside " + ConfigKey.CONSOLE_PASSWORD + "; remove one");
        }
        if (settings.get(ConfigKey.CONSOLE_LOGIN) == ConsoleLogin.OIDC) {
            Stream.of(
                            ConfigKey.CONSOLE_OIDC_ISSUER,
                            ConfigKey.CONSOLE_OIDC_CLIENT_ID,
                            ConfigKey.CONSOLE_OIDC_CLIENT_SECRET,
                            ConfigKey.CONSOLE_OIDC_REDIRECT_URI)
                    .filter(key -> !given.contains(key))
                    .forEach(key -> report(key, "is missing; " + ConfigKey.CONSOLE_LOGIN + "=oidc needs it"));
        }
    }

    private <T> void read(ConfigKey<T> key) {
        String text = text(key);
        if (!text.isEmpty()) {
            given.add(key);
        }
        if (key.isSetting()) {
            values.put(key, value(key, text));
        }
    }

    private <T> T value(ConfigKey<T> key, String text) {
        String problem = key.type().unreadable();
        try {
            T value = key.type().parser().apply(text);
            problem = key.type().problem().apply(value);
            if (problem.isEmpty()) {
                return value;
            }
        } catch (RuntimeException e) {
            // reported below, without the parser's text: the value may have been put under the wrong key
        }
        report(key, problem);
        return valueByDefault(key);
    }

    private <T> void checkAgainstOthers(ConfigKey<T> key, Settings settings) {
        if (key.isSetting()) {
            String problem = key.check().apply(settings.get(key), settings);
            if (!problem.isEmpty()) {
                report(key, problem);
                values.put(key, valueByDefault(key));
            }
        }
    }

    private static <T> T valueByDefault(ConfigKey<T> key) {
        return key.type().parser().apply(key.defaultValue().orElse(""));
    }

    private String text(ConfigKey<?> key) {
        try {
            return config.read(key, application)
                    .map(reading -> reading.value().reveal().strip())
                    .or(key::defaultValue)
                    .orElse("");
        } catch (ConfigurationException e) {
            problems.addAll(e.problems());
            return key.defaultValue().orElse("");
        }
    }

    private void report(ConfigKey<?> key, String description) {
        problems.add(new ConfigurationProblem(given(key), description));
    }

    /** The key under which the value was given: the application's own, or else the default application's. */
    private String given(ConfigKey<?> key) {
        String own = key.key(application);
        return application.isDefault() || config.read(own).isPresent() ? own : key.key();
    }
}
