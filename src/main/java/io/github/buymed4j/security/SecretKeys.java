package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigKey;
import java.util.List;
import java.util.stream.Stream;

/** The keys whose values are secrets themselves. */
final class SecretKeys {

    static final List<ConfigKey> ALL = List.of(
            ConfigKey.CLIENT_SECRET,
            ConfigKey.CLIENT_SECRET_NEXT,
            ConfigKey.ACCESS_TOKEN,
            ConfigKey.ACCOUNTS_KEYS,
            ConfigKey.CONSOLE_PASSWORD);

    private SecretKeys() {}

    /** Their names for the application. */
    static Stream<String> of(ApplicationName application) {
        return ALL.stream().map(key -> key.key(application));
    }
}
