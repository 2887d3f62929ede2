package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.Reading;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.CredentialsRegistry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A secret among the system properties of this JVM: one that is named as a secret's key, whether it counts or not, or one of
 * any name that holds a secret in use, as an expression or an argument of the command line may bring it there.
 */
final class SystemPropertyCheck implements Check {

    /** A shorter one is held by some property by chance. */
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
        return SecretKeys.of(application)
                .anyMatch(key -> name.equals(key) || (name.startsWith("%") && name.endsWith("." + key)));
    }

    private static Stream<Secret> inUse(BuymedConfig config, ApplicationName application) {
        return Stream.concat(
                CredentialsRegistry.offered(config, application).credentials().stream()
                        .map(credentials -> credentials.clientSecret()),
                SecretKeys.ALL.stream().flatMap(key -> read(config, key, application).stream()));
    }

    private static Optional<Secret> read(BuymedConfig config, ConfigKey key, ApplicationName application) {
        try {
            return config.read(key, application).map(Reading::value);
        } catch (ConfigurationException e) {
            // a problem of the value, which is told where it is used
            return Optional.empty();
        }
    }
}
