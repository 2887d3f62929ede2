package io.github.buymed4j.accounts;

import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.DefaultsConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** A configuration for a test: live, so that a change of the map is a change of the configuration. */
public final class Configured {

    private Configured() {}

    public static BuymedConfig with(Map<String, String> values) {
        return new BuymedConfig(new SmallRyeConfigBuilder()
                .withSources(new DefaultsConfigSource(), new LiveSource(values))
                .build());
    }

    /** The least that connecting pharmacies needs. */
    public static Map<String, String> accounts() {
        Map<String, String> values = new HashMap<>();
        values.put("buymed.client-id", "demo-client");
        values.put("buymed.client-secret", TestKeys.random());
        values.put("buymed.redirect-uri", "http://127.0.0.1:8080/buymed/callback");
        values.put("buymed.accounts.keys", TestKeys.set("k1"));
        return values;
    }

    private static final class LiveSource extends PropertiesConfigSource {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> values;

        LiveSource(Map<String, String> values) {
            super(Map.of(), "test", 500);
            this.values = values;
        }

        @Override
        public @org.jspecify.annotations.Nullable String getValue(String key) {
            return values.get(key);
        }
    }
}
