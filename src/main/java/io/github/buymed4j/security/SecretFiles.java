package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The existing files that hold the secrets of an application. */
final class SecretFiles {

    private SecretFiles() {}

    static Stream<Named> all(BuymedConfig config, ApplicationName application) {
        return named(config, application, key -> key.isCredential() || application.isDefault());
    }

    static Stream<Named> ofCredentials(BuymedConfig config, ApplicationName application) {
        return named(config, application, ConfigKey::isCredential);
    }

    private static Stream<Named> named(
            BuymedConfig config, ApplicationName application, Predicate<ConfigKey<?>> which) {
        return ConfigKey.values().stream()
                .filter(ConfigKey::isSecretFile)
                .filter(which)
                .flatMap(key -> named(config, key, application));
    }

    private static Stream<Named> named(BuymedConfig config, ConfigKey<?> key, ApplicationName application) {
        return path(config, key, application).stream()
                .filter(Files::isRegularFile)
                .map(path -> new Named(key.key(application), path));
    }

    private static Optional<Path> path(BuymedConfig config, ConfigKey<?> key, ApplicationName application) {
        try {
            return config.read(key, application)
                    .map(reading -> Path.of(reading.value().reveal().strip()));
        } catch (ConfigurationException | InvalidPathException e) {
            // reported as a problem of the credentials
            return Optional.empty();
        }
    }

    /** A file with the key that names it. */
    record Named(String key, Path path) {}
}
