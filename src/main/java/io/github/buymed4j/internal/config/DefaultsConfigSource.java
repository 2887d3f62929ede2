package io.github.buymed4j.internal.config;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of all keys, with a lower ordinal than the users' sources, so that a REST client with the configuration
 * key {@code buymed} needs no configured address. In the profile {@code dev}, security findings do not stop a
 * deployment. Found by {@code ServiceLoader}.
 */
public final class DefaultsConfigSource implements ConfigSource {

    private static final Map<String, String> DEFAULTS = defaults();

    private static Map<String, String> defaults() {
        Map<String, String> defaults = ConfigKey.values().stream()
                .filter(key -> key.defaultValue().isPresent())
                .collect(Collectors.toMap(
                        ConfigKey::key, key -> key.defaultValue().orElseThrow()));
        defaults.put("%dev." + ConfigKey.SECURITY_ENFORCE.key(), "false");
        return Map.copyOf(defaults);
    }

    @Override
    public Set<String> getPropertyNames() {
        return DEFAULTS.keySet();
    }

    @Override
    public @Nullable String getValue(String key) {
        return DEFAULTS.get(key);
    }

    @Override
    public String getName() {
        return "buymed4j defaults";
    }

    @Override
    public int getOrdinal() {
        return 1;
    }
}
