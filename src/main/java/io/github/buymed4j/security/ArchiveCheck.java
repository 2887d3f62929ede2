package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A secret in a configuration file of the archive, whether it wins there or not. A token, which expires, is a warning. */
final class ArchiveCheck implements Check {

    private static final List<ConfigKey> SECRETS = List.of(
            ConfigKey.CLIENT_SECRET,
            ConfigKey.CLIENT_SECRET_NEXT,
            ConfigKey.ACCESS_TOKEN,
            ConfigKey.ACCOUNTS_KEYS,
            ConfigKey.CONSOLE_PASSWORD);

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        return names(config)
                .flatMap(name -> files(name)
                        .flatMap(file -> SECRETS.stream()
                                .filter(key -> holds(file, key.key(application)))
                                .map(key -> found(key, key.key(application), name))));
    }

    private static Finding found(ConfigKey key, String subject, String file) {
        return key == ConfigKey.ACCESS_TOKEN
                ? Rule.SECRET_IN_ARCHIVE.warning(subject, file)
                : Rule.SECRET_IN_ARCHIVE.error(subject, file);
    }

    private static Stream<String> names(BuymedConfig config) {
        return Stream.concat(
                Stream.of("META-INF/microprofile-config.properties"),
                config.read("mp.config.profile").stream()
                        .map(profile -> "META-INF/microprofile-config-"
                                + profile.value().reveal().strip() + ".properties"));
    }

    private static Stream<Properties> files(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return Collections.list(loader.getResources(name)).stream().map(ArchiveCheck::load);
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Properties load(URL file) {
        Properties properties = new Properties();
        try (InputStream content = file.openStream()) {
            properties.load(content);
        } catch (IOException | IllegalArgumentException e) {
            // the server could not read it either
            return properties;
        }
        return properties;
    }

    /** Under its own name or a profile's; an expression holds nothing itself. */
    private static boolean holds(Properties file, String key) {
        return file.stringPropertyNames().stream()
                .filter(name -> name.equals(key) || (name.startsWith("%") && name.endsWith("." + key)))
                .map(file::getProperty)
                .anyMatch(value -> !value.isBlank() && !value.contains("${"));
    }
}
