package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Reading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds secrets in the system properties of this JVM: a property with the name of a secret's key, even if another
 * source overrides it, or a property of any name that contains a secret in use, for example through an expression or a
 * command-line argument.
 */
final class SystemPropertyCheck implements Check {

    /** Shorter secrets occur in some property by chance. */
    private static final int SHORTEST = 8;

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        List<String> secrets = inUse(config, application)
                .map(Secret::reveal)
                .map(String::strip)
                .filter(secret -> secret.length() >= SHORTEST)
                .toList();
        return System.getProperties().stringPropertyNames().stream()
                .sorted()
                .filter(name -> isSecretKey(name, application)
                        || secrets.stream().anyMatch(System.getProperty(name, "")::contains))
                .map(name -> Rule.SYSTEM_PROPERTY.warning(name, ""));
    }

    private static boolean isSecretKey(String name, ApplicationName application) {
        return ConfigKey.values().stream()
                .filter(ConfigKey::isSecret)
                .map(key -> key.key(application))
                .anyMatch(key -> name.equals(key) || (name.startsWith("%") && name.endsWith("." + key)));
    }

    private static Stream<Secret> inUse(BuymedConfig config, ApplicationName application) {
        return Stream.concat(
                CredentialsRegistry.offered(config, application).credentials().stream()
                        .map(credentials -> credentials.clientSecret()),
                ConfigKey.values().stream()
                        .filter(ConfigKey::isSecret)
                        .flatMap(key -> read(config, key, application).stream()));
    }

    private static Optional<Secret> read(BuymedConfig config, ConfigKey<?> key, ApplicationName application) {
        try {
            return config.read(key, application).map(Reading::value);
        } catch (ConfigurationException e) {
            // a problem of the value, which is reported where it is used
            return Optional.empty();
        }
    }
}
