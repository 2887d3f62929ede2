package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds secrets older than {@code buymed.security.max-secret-age}. The age of a file counts from its last modification;
 * the age of any other secret counts from when this application first saw it, so that a restart resets it.
 */
final class SecretAgeCheck implements Check {

    private final InstantSource clock;
    private final Map<String, Instant> firstSeen = new ConcurrentHashMap<>();

    SecretAgeCheck(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        Duration allowed = config.settings(application).get(ConfigKey.SECURITY_MAX_SECRET_AGE);
        List<SecretFiles.Named> files =
                SecretFiles.ofCredentials(config, application).toList();
        List<String> keys = files.stream().map(SecretFiles.Named::key).toList();
        return Stream.concat(
                files.stream().flatMap(file -> written(file.key(), file.path(), allowed)),
                CredentialsRegistry.offered(config, application).credentials().stream()
                        .filter(credentials ->
                                !keys.contains(credentials.source().key()))
                        .flatMap(credentials -> seen(credentials, allowed)));
    }

    private Stream<Finding> written(String key, Path path, Duration allowed) {
        try {
            Instant written = Files.getLastModifiedTime(path).toInstant();
            return older(written, allowed, key, "written " + written);
        } catch (IOException e) {
            // the file is gone
            return Stream.empty();
        }
    }

    private Stream<Finding> seen(Credentials credentials, Duration allowed) {
        Instant first = firstSeen.computeIfAbsent(credentials.clientSecret().fingerprint(), secret -> clock.instant());
        return older(first, allowed, credentials.source().key(), "seen here since " + first);
    }

    private Stream<Finding> older(Instant since, Duration allowed, String key, String detail) {
        return Duration.between(since, clock.instant()).compareTo(allowed) > 0
                ? Stream.of(Rule.OLD_SECRET.warning(key, detail + ", allowed " + allowed))
                : Stream.empty();
    }
}
