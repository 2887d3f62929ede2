package io.github.buymed4j.internal.config;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** A server's configuration that answers a second time what it answered the first time, as Payara does for a minute. */
record CachingConfig(Config config, Map<String, ConfigValue> answers) implements Config {

    CachingConfig(Config config) {
        this(config, new ConcurrentHashMap<>());
    }

    @Override
    public ConfigValue getConfigValue(String key) {
        return answers.computeIfAbsent(key, config::getConfigValue);
    }

    @Override
    public <T> T getValue(String key, Class<T> type) {
        return config.getValue(key, type);
    }

    @Override
    public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
        return config.getOptionalValue(key, type);
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return config.getPropertyNames();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return config.getConfigSources();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return config.getConverter(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return config.unwrap(type);
    }
}
