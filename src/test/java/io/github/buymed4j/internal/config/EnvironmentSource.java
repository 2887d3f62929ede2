package io.github.buymed4j.internal.config;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Environment variables as the servers' own sources show them; SmallRye lists each a second time, by a guess at its key. */
record EnvironmentSource(Map<String, String> variables, boolean guesses) implements ConfigSource {

    @Override
    public Set<String> getPropertyNames() {
        Set<String> names = new HashSet<>(variables.keySet());
        if (guesses) {
            variables
                    .keySet()
                    .forEach(name -> names.add(name.toLowerCase(Locale.ROOT).replace('_', '.')));
        }
        return names;
    }

    @Override
    public @Nullable String getValue(String key) {
        return variables.get(key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
    }

    @Override
    public String getName() {
        return "environment";
    }

    @Override
    public int getOrdinal() {
        return 300;
    }
}
