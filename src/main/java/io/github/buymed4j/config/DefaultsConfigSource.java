package io.github.buymed4j.config;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives every key its default, below any source that a user writes to, so that a REST client of configuration key
 * {@code buymed} needs no address of its own. Found by {@code ServiceLoader}.
 */
public final class DefaultsConfigSource implements ConfigSource {

    private static final Map<String, String> DEFAULTS = Arrays.stream(ConfigKey.values())
            .filter(key -> key.defaultValue().isPresent())
            .collect(Collectors.toUnmodifiableMap(
                    ConfigKey::key, key -> key.defaultValue().orElseThrow()));

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
