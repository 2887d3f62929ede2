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
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
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
    private static final String TUNNELLED = "platform.example:443";
    private static final FaultyPlatform SINK = new FaultyPlatform();
    private static final FaultyPlatform PLATFORM = platform();
    private static final FaultyPlatform PROXY = platform();

    @Deployment(name = "direct", testable = false)
    static WebArchive direct() {
        return war("leaks", PLATFORM.url(), Map.of());
    }

    @Deployment(name = "proxied", testable = false)
    static WebArchive proxied() {
        return war("proxied", PLATFORM.url(), throughTheProxy());
    }

    @Deployment(name = "tunnelled", testable = false)
    static WebArchive tunnelled() {
        return war("tunnelled", URI.create("https://" + TUNNELLED.replace(":443", "")), throughTheProxy());
    }

    private static Map<String, String> throughTheProxy() {
        return Map.of("buymed/mp-rest/proxyAddress", PROXY.url().getAuthority());
    }

    private static WebArchive war(String name, URI platform, Map<String, String> more) {
        return ConsumerWar.of(name, platform, "buymed_app_987654321", SECRET, more)
                .addClasses(LeakServlet.class);
    }

    /** Where a redirect may lead to; each to the sink, if it is followed, but the last one. */
    private enum Target {
        OTHER_PORT,
        OTHER_HOST,
        OTHER_SCHEME,
        USER_INFO,
        LOOK_ALIKE,
        CHAIN,
        SAME_ORIGIN;

        String location(String platform, String sink) {
            return switch (this) {
                case OTHER_PORT -> sink + "/stolen";
                case OTHER_HOST -> sink.replace("127.0.0.1", "localhost") + "/stolen";
                case OTHER_SCHEME -> sink.replace("http:", "https:") + "/stolen";
                // the platform's address as a user and a password
                case USER_INFO -> platform + "@" + sink.replace("http://", "") + "/stolen";
                // the same machine, as a number
                case LOOK_ALIKE -> sink.replace("127.0.0.1", "2130706433") + "/stolen";
                case CHAIN -> sink + "/chain";
                case SAME_ORIGIN -> platform + "/faults/fine";
            };
        }
    }

    private static Stream<String> redirects() {
        return IntStream.of(301, 302, 303, 307, 308)
                .boxed()
                .flatMap(status -> Stream.of(Target.values()).map(target -> target + "-" + status));
    }

    private static FaultyPlatform platform() {
        FaultyPlatform platform = new FaultyPlatform();
        redirects().forEach(name -> {
            Target target = Target.valueOf(name.substring(0, name.indexOf('-')));
            int status = Integer.parseInt(name.substring(name.indexOf('-') + 1));
            String location =
                    target.location(platform.url().toString(), SINK.url().toString());
            platform.on(name, status, "text/plain", "", "Location: " + location);
        });
        SINK.on("chain", 302, "text/plain", "", "Location: " + SINK.url() + "/stolen");
        return platform.onJson("fine", 200, "{\"status\":\"OK\",\"data\":[{\"note\":\"x\",\"quantity\":1}]}")
                .onJson("echo", 500, "{\"status\":\"ERROR\",\"message\":\"" + SECRET + "\"}")
                .onJson("challenge", 401, "{}", "WWW-Authenticate: Basic realm=\"buymed\"")
                .on("drop", (out, socket) -> {})
                .on(TUNNELLED, 302, "text/plain", "", "Location: " + SINK.url() + "/stolen");
    }

    @AfterEach
    void nothingArrivesAtTheSink() {
        assertThat(SINK.arrivals()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void redirect_ofEachKind_isNotFollowed(
            String redirect, @ArquillianResource @OperateOnDeployment("direct") URL base) {
        int before = PLATFORM.arrivals().size();
        for (String call : List.of("get-fault", "post-fault", "get-fault-later")) {
            refused(new Probe(base).call(call, redirect));
        }

        assertThat(PLATFORM.arrivals()).hasSize(before + 3);
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void redirect_ofAProxy_isNotFollowed(
            String redirect, @ArquillianResource @OperateOnDeployment("proxied") URL base) {
        int atTheProxy = PROXY.arrivals().size();
        int atThePlatform = PLATFORM.arrivals().size();

        refused(new Probe(base).call("post-fault", redirect));

        assertThat(PROXY.arrivals()).hasSize(atTheProxy + 1);
        assertThat(PLATFORM.arrivals()).hasSize(atThePlatform);
    }

    private static void refused(Probe.Outcome outcome) {
        assertThat(outcome.exception()).isEqualTo("RedirectRefusedException");
        assertThat(outcome.trace()).doesNotContain(SECRET, TOKEN);
    }

    @Test
    void tunnel_askedForAtAProxy_carriesNoCredentials(@ArquillianResource @OperateOnDeployment("tunnelled") URL base) {
        var outcome = new Probe(base).call("post-fault", "fine");

        assertThat(outcome.exception()).endsWith("Exception");
        assertThat(outcome.trace()).doesNotContain(SECRET, TOKEN);
        assertThat(PROXY.arrivals()).anyMatch(arrival -> arrival.method().equals("CONNECT"));
        assertThat(PROXY.arrivals())
                .filteredOn(arrival -> arrival.method().equals("CONNECT"))
                .allMatch(arrival -> arrival.headerNames().stream()
                        .noneMatch(name -> name.matches("(?i)client-.*|authorization|x-service-region")));
    }

    @Test
    void challenge_of401_isNotAnswered(@ArquillianResource @OperateOnDeployment("direct") URL base) {
        int before = PLATFORM.arrivals("challenge").size();

        var outcome = new Probe(base).call("post-fault", "challenge");

        assertThat(outcome.exception()).isEqualTo("AccessTokenRejectedException");
        assertThat(PLATFORM.arrivals("challenge")).hasSize(before + 1);
    }

    @Test
    void log_atTheFinestLevel_holdsNoSecret(@ArquillianResource @OperateOnDeployment("direct") URL base) {
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
    void runningServer_lookedInto_showsNoSecret(@ArquillianResource @OperateOnDeployment("direct") URL base) {
        new Probe(base).call("get-fault", "fine");

        assertThat(new Probe(base).get("leaks").body()).endsWith(" places, found in []");
    }

    @Test
    void runningServer_secretPlanted_isFound(@ArquillianResource @OperateOnDeployment("direct") URL base) {
        assertThat(new Probe(base).get("leaks?plant").body())
                .contains("a thread's name", "java.lang:type=Runtime#SystemProperties");
    }

    @ParameterizedTest
    @CsvSource({"health, buymed4j-credentials", "openapi, /relay"})
    void document_ofTheServer_holdsNoSecret(
            String document, String content, @ArquillianResource @OperateOnDeployment("direct") URL base) {
        new Probe(base).call("get-fault", "fine");
        URI address = document.equals("health")
                ? HealthAddress.ready(base)
                : URI.create(base.toString()).resolve("/" + document);

        assertThat(new Probe(base).get(address.toString()).body())
                .contains(content)
                .doesNotContain(SECRET, TOKEN);
    }
}
