package io.github.buymed4j.accounts;

import io.github.buymed4j.Canary;
import io.github.buymed4j.internal.config.SettableSource;
import java.util.Map;

/** A configuration that the application can connect pharmacies with. */
public final class Configured {

    private Configured() {}

    public static SettableSource accounts() {
        return SettableSource.of(Map.of(
                "buymed.client-id",
                "buymed_app_1",
                "buymed.client-secret",
                Canary.secret(),
                "buymed.redirect-uri",
                "http://127.0.0.1:8080/buymed/callback",
                "buymed.accounts.keys",
                TestKeys.set("k1")));
    }
}
