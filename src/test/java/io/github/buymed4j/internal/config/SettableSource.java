package io.github.buymed4j.internal.config;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** A configuration source that a test changes while the application runs. */
public final class SettableSource implements ConfigSource {

    private final String name;
    private final int ordinal;
    private final Map<String, String> values = new ConcurrentHashMap<>();

    public SettableSource(String name, int ordinal) {
        this.name = name;
        this.ordinal = ordinal;
    }

    /** A source of the ordinal that system properties have, with the properties. */
    public static SettableSource of(Map<String, String> properties) {
        SettableSource source = new SettableSource("test", 400);
        source.values.putAll(properties);
        return source;
    }

    public SettableSource set(String key, String value) {
        values.put(key, value);
        return this;
    }

    public SettableSource remove(String key) {
        values.remove(key);
        return this;
    }

    /** SmallRye Config on these sources and the defaults of buymed4j, and on nothing of this machine. */
    public static Config config(ConfigSource... sources) {
        return ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(new DefaultsConfigSource())
                .withSources(sources)
                .build();
    }

    public BuymedConfig buymedConfig() {
        return new BuymedConfig(config(this));
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.copyOf(values.keySet());
    }

    @Override
    public @Nullable String getValue(String key) {
        return values.get(key);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getOrdinal() {
        return ordinal;
    }
}
