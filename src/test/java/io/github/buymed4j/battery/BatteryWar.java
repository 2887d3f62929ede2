package io.github.buymed4j.battery;

import io.github.buymed4j.Canary;
import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The consumer's WAR: {@code buymed4j.jar}, interfaces of its own, a servlet that calls. */
final class BatteryWar {

    /** A call's total time. */
    static final String MAX_DURATION = "PT4S";

    static final int MAX_REPLY_SIZE = 1 << 20;

    private BatteryWar() {}

    /** Calls the peer with the secret and the token; the sink is where nothing may arrive. */
    static WebArchive of(Peer platform, Peer sink, String secret, String token, Map<String, String> more) {
        Map<String, String> config = new TreeMap<>(Map.of(
                "buymed/mp-rest/url",
                platform.url(),
                "buymed/mp-rest/readTimeout",
                "3000",
                "buymed.client-id",
                "buymed_app_battery",
                "buymed.client-secret-file",
                SecretFile.holding(secret).toString(),
                "buymed.access-token",
                token,
                "buymed.call.max-duration",
                MAX_DURATION,
                "buymed.max-reply-size",
                String.valueOf(MAX_REPLY_SIZE),
                "buymed.quota.per-minute",
                "10000000",
                "buymed.quota.per-hour",
                "100000000",
                "battery.sink",
                String.valueOf(sink.port())));
        config.put("buymed.retry.max-duration", "PT0S");
        config.put("buymed.app.rejected.client-id", "rejected");
        config.put(
                "buymed.app.rejected.client-secret-file",
                SecretFile.holding(Canary.secret()).toString());
        config.putAll(more);
        String properties = config.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        return TestWar.named("battery")
                .addAsLibraries(TestWar.productLibraries())
                .addClasses(BatteryServlet.class, Outcomes.class, Calls.class, PerRequest.class, Rotating.class)
                .addClasses(Verbs.class, Verbs.Item.class, Shapes.class, Shapes.Own.class, Redirected.class)
                .addClasses(Tapped.class, Tapped.Last.class, Tapped.First.class)
                .addClasses(Tokened.class, Tokenless.class, Rejected.class, EarlyUse.class)
                .addAsServiceProvider(Extension.class, EarlyUse.class)
                .addAsResource(new StringAsset(properties), "META-INF/microprofile-config.properties");
    }
}
