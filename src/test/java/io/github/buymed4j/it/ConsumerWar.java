package io.github.buymed4j.it;

import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A user's WAR: {@code buymed4j.jar}, a few classes, and a {@code microprofile-config.properties} without a secret. */
final class ConsumerWar {

    private ConsumerWar() {}

    /** Calls the platform at the address with the credentials, whose secret lies in a file outside the archive. */
    static WebArchive of(String name, URI platform, String clientId, String clientSecret, Map<String, String> more) {
        Map<String, String> config = new TreeMap<>(Map.of(
                "buymed/mp-rest/url", platform.toString(),
                "buymed.client-id", clientId,
                "buymed.client-secret-file", SecretFile.holding(clientSecret).toString()));
        config.putAll(more);
        return configured(name, config);
    }

    static WebArchive configured(String name, Map<String, String> config) {
        return ofClasses(name)
                .addAsLibraries(TestWar.productLibraries())
                .addAsResource(new StringAsset(properties(config)), "META-INF/microprofile-config.properties");
    }

    /** Without {@code buymed4j.jar} and without configuration. */
    static WebArchive ofClasses(String name) {
        return TestWar.named(name)
                .addClasses(
                        Purchasing.class,
                        Ordering.class,
                        Ordering.Data.class,
                        Faulty.class,
                        Detour.class,
                        Detour.Away.class)
                .addClasses(ProbeServlet.class, AuditServlet.class, Relay.class, Relay.Rest.class);
    }

    static String properties(Map<String, String> config) {
        return config.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
