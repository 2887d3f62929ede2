package io.github.buymed4j.sandbox.kit;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** Keys and values that cannot be changed; prints the keys only, since a value may be a secret. */
final class Configuration extends AbstractMap<String, String> {
    private final Map<String, String> values;

    Configuration(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return values.entrySet();
    }

    @Override
    public String toString() {
        return keySet().toString();
    }
}
