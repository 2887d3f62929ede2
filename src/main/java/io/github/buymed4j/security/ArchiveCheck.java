package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds secrets in configuration files of the archive, even if another source overrides them: as the value of the
 * secret's key, as the default of an expression, or as the value of a key that an expression refers to. An access token
 * is only a warning, because it expires.
 */
final class ArchiveCheck implements Check {

    private static final List<String> PROFILES =
            List.of("mp.config.profile", "smallrye.config.profile", "smallrye.config.profile.parent");

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        List<ArchiveFile> files =
                names(config).distinct().flatMap(ArchiveFile::named).toList();
        return ConfigKey.values().stream()
                .filter(ConfigKey::isSecret)
                .flatMap(key -> look(key, application, config, files));
    }

    private static Stream<Finding> look(
            ConfigKey<?> key, ApplicationName application, BuymedConfig config, List<ArchiveFile> files) {
        Stream<String> everywhere =
                config.readAll(key, application).map(reading -> reading.value().reveal());
        String name = key.key(application);
        return leadingTo(name, everywhere, files).stream()
                .flatMap(source -> files.stream()
                        .filter(file -> file.values(source).anyMatch(ArchiveFile::hasText))
                        .map(file -> found(key, name, file.name() + (source.equals(name) ? "" : ", as " + source))));
    }

    private static Finding found(ConfigKey<?> key, String subject, String detail) {
        return key == ConfigKey.ACCESS_TOKEN
                ? Rule.SECRET_IN_ARCHIVE.warning(subject, detail)
                : Rule.SECRET_IN_ARCHIVE.error(subject, detail);
    }

    /** The key and all keys that its values refer to, in any source. */
    private static Set<String> leadingTo(String key, Stream<String> everywhere, List<ArchiveFile> files) {
        Set<String> keys = new LinkedHashSet<>(List.of(key));
        Deque<String> open = new ArrayDeque<>(keys);
        everywhere.flatMap(ArchiveFile::references).filter(keys::add).forEach(open::add);
        while (!open.isEmpty()) {
            String next = open.remove();
            files.stream()
                    .flatMap(file -> file.values(next))
                    .flatMap(ArchiveFile::references)
                    .filter(keys::add)
                    .forEach(open::add);
        }
        return keys;
    }

    private static Stream<String> names(BuymedConfig config) {
        return Stream.concat(
                Stream.of("META-INF/microprofile-config.properties"),
                PROFILES.stream()
                        .flatMap(key -> config.read(key).stream())
                        .map(profiles -> profiles.value().reveal())
                        .flatMap(profiles -> Stream.concat(Stream.of(profiles), Stream.of(profiles.split(",", -1))))
                        .map(profile -> "META-INF/microprofile-config-" + profile.strip() + ".properties"));
    }
}
