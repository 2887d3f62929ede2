package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;

/** A secret whose file has not changed for longer than {@code buymed.security.max-secret-age}; others show no age. */
record SecretAgeCheck(InstantSource clock) implements Check {

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        Duration allowed = config.settings(application).maxSecretAge();
        return SecretFiles.of(config, application).flatMap(file -> look(file.key(), file.path(), allowed));
    }

    private Stream<Finding> look(String key, Path path, Duration allowed) {
        try {
            Instant written = Files.getLastModifiedTime(path).toInstant();
            return Duration.between(written, clock.instant()).compareTo(allowed) > 0
                    ? Stream.of(Rule.OLD_SECRET.warning(key, "written " + written + ", allowed " + allowed))
                    : Stream.empty();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
