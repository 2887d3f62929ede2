package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.server.HealthAddress;
import io.github.buymed4j.server.ServerLog;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways on which credentials have left other clients: each is tried, nothing arrives. {@code docs/security.md} has the table. */
@ExtendWith(ArquillianExtension.class)
class LeaksIT {

    private static final ServerLog LOG = ServerLog.fromHere();
    private static final String SECRET = Canary.secret();
    private static final String TOKEN = Canary.accessToken();
    private static final FaultyPlatform SINK = new FaultyPlatform();
    private static final FaultyPlatform PLATFORM = platform();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return ConsumerWar.of(
                        "leaks",
                        PLATFORM.url(),
                        "buymed_app_987654321",
                        SECRET,
                        Map.of("buymed.access-token", TOKEN, "buymed.quota.per-minute", "10000"))
                .addClasses(LeakServlet.class);
    }

    private static FaultyPlatform platform() {
        return Redirects.to(SINK)
                .onJson("fine", 200, "{\"status\":\"OK\",\"data\":[{\"note\":\"x\",\"quantity\":1}]}")
                .onJson("echo", 500, "{\"status\":\"ERROR\",\"message\":\"" + SECRET + "\"}")
                .onJson("challenge", 401, "{}", "WWW-Authenticate: Basic realm=\"buymed\"")
                .on("drop", (out, socket) -> {});
    }

    @AfterEach
    void nothingArrivesAtTheSink() {
        assertThat(SINK.arrivals()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.github.buymed4j.it.Redirects#names")
    void redirect_ofEachKind_isNotFollowed(String redirect) {
        int before = PLATFORM.arrivals().size();
        for (String call : List.of("get-fault", "post-fault", "get-fault-later")) {
            var outcome = new Probe(base).call(call, redirect);

            assertThat(outcome.exception()).isEqualTo("RedirectRefusedException");
            assertThat(outcome.trace()).doesNotContain(SECRET, TOKEN);
        }

        assertThat(PLATFORM.arrivals()).hasSize(before + 3);
    }

    @Test
    void challenge_of401_isNotAnswered() {
        int before = PLATFORM.arrivals("challenge").size();

        var outcome = new Probe(base).call("post-fault", "challenge");

        assertThat(outcome.exception()).isEqualTo("AccessTokenRejectedException");
        assertThat(PLATFORM.arrivals("challenge")).hasSize(before + 1);
    }

    @Test
    void log_atTheFinestLevel_holdsNoSecret() {
        for (String fault : List.of("fine", "echo", "challenge", "drop", "OTHER_PORT-307")) {
            new Probe(base).call("get-fault", fault);
            new Probe(base).call("post-fault", fault);
        }

        assertThat(LOG.read()).contains("BUYMED-1001").doesNotContain(SECRET).doesNotContain(inBase64());
    }

    /** What is certain of it, at whichever of the three offsets it begins. */
    private static List<String> inBase64() {
        return IntStream.range(0, 3)
                .mapToObj(offset -> "x".repeat(offset) + SECRET)
                .map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII)))
                .map(text -> text.substring(4, 28))
                .toList();
    }

    @Test
    void runningServer_lookedInto_showsNoSecret() {
        new Probe(base).call("get-fault", "fine");

        assertThat(new Probe(base).get("leaks").body()).endsWith(" places, found in []");
    }

    @Test
    void runningServer_secretPlanted_isFound() {
        assertThat(new Probe(base).get("leaks?plant").body())
                .contains("a thread's name", "java.lang:type=Runtime#SystemProperties");
    }

    @ParameterizedTest
    @CsvSource({"health, buymed4j-credentials", "openapi, /relay"})
    void document_ofTheServer_holdsNoSecret(String document, String content) {
        new Probe(base).call("get-fault", "fine");
        URI address = document.equals("health")
                ? HealthAddress.ready(base)
                : URI.create(base.toString()).resolve("/" + document);

        assertThat(new Probe(base).get(address.toString()).body())
                .contains(content)
                .doesNotContain(SECRET, TOKEN);
    }
}
