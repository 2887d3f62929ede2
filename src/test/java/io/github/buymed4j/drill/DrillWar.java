package io.github.buymed4j.drill;

import io.github.buymed4j.it.Ordering;
import io.github.buymed4j.it.SandboxApp;
import io.github.buymed4j.server.TestWar;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A user's WAR that makes traffic, within a quota that does not limit it. */
final class DrillWar {

    private DrillWar() {}

    /** Takes where its secret comes from. */
    static WebArchive named(String name, SandboxApp app, Map<String, String> secret) {
        Properties config = new Properties();
        config.putAll(Map.of(
                "buymed/mp-rest/url", app.url().toString(),
                "buymed.client-id", app.clientId(),
                "buymed.access-token", app.accessToken(),
                "buymed.quota.per-minute", "100000000",
                "buymed.quota.per-hour", "1000000000"));
        config.putAll(secret);
        return TestWar.named(name)
                .addAsLibraries(TestWar.productLibraries())
                .addClasses(Traffic.class, Tally.class, TrafficServlet.class, Ordering.class, Ordering.Data.class)
                .addAsResource(new StringAsset(text(config)), "META-INF/microprofile-config.properties");
    }

    private static String text(Properties config) {
        StringWriter text = new StringWriter();
        try {
            config.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
