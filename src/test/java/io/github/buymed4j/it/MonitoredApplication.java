package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.github.buymed4j.docs.Markdown;
import io.github.buymed4j.server.OtlpReceiver;
import io.github.buymed4j.server.SecretFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A user's application that switches MicroProfile Telemetry on as {@code docs/telemetry.md} says, the collector that its
 * server exports to, and a platform. It calls with a customer's phone number and with words to search for, which no
 * request to the application contains.
 */
final class MonitoredApplication {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The defaults are up to a minute. */
    private static final Map<String, String> EXPORTED_SOON = Map.of(
            "otel.bsp.schedule.delay", "200",
            "otel.blrp.schedule.delay", "200",
            "otel.metric.export.interval", "500");

    private final OtlpReceiver collector = new OtlpReceiver();
    private final EchoingPlatform platform = new EchoingPlatform();
    private final Path secretFile = SecretFile.holding(platform.secret());

    WebArchive war() {
        Map<String, String> config = new TreeMap<>(Map.of(
                "buymed/mp-rest/url",
                platform.url().toString(),
                "buymed.client-id",
                "buymed_app_987654321",
                "buymed.client-secret-file",
                secretFile.toString(),
                "buymed.credentials.rotation-wait",
                "PT2S"));
        config.putAll(asThePageSays());
        config.replace("otel.exporter.otlp.endpoint", collector.url().toString());
        config.putAll(EXPORTED_SOON);
        return ConsumerWar.configured("telemetry", config);
    }

    private static Map<String, String> asThePageSays() {
        Properties keys = new Properties();
        String text = Markdown.of(Path.of("docs/telemetry.md"))
                .section("Switch it on")
                .orElseThrow()
                .blocks()
                .get(0)
                .text();
        try {
            keys.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> config = new TreeMap<>();
        keys.stringPropertyNames().forEach(key -> config.put(key, keys.getProperty(key)));
        return config;
    }

    /** True if the collector gets an export of the signal with all the texts. */
    boolean exports(String signal, String... texts) throws InterruptedException {
        return collector.receives(
                export -> export.signal().equals(signal)
                        && List.of(texts).stream().allMatch(export.text()::contains),
                PATIENCE);
    }

    /** All that the collector has got. */
    String exported() {
        return collector.exports().toString();
    }

    void exportsSpans() throws InterruptedException {
        assertThat(exports(
                        "traces",
                        "purchasing",
                        "io.github.buymed4j",
                        "GET /api/v1/pharmacy/orders",
                        "/api/v1/pharmacy/orders?",
                        "customerPhone=REDACTED"))
                .as("span of the request")
                .isTrue();
    }

    void exportsMetricsAndEvents() throws InterruptedException {
        assertThat(exports("metrics", "purchasing", "http.client.request.duration", "url.template"))
                .as("measurement of the request")
                .isTrue();
        assertThat(exports("metrics", "buymed.quota.used", "buymed.quota.limit", "address"))
                .as("quota")
                .isTrue();
        assertThat(exports("metrics", "buymed.credentials.events")).as("events").isTrue();
        assertThat(exports("logs", "purchasing", "io.github.buymed4j", "buymed.event.id", "BUYMED-1001"))
                .as("event as a log record")
                .isTrue();
    }

    /**
     * A call that is rejected until the new secret is in its file, one that fails at the platform, and one whose reply
     * cannot be read. The span of the last call is exported after all of theirs.
     */
    void failsCalls(Probe probe) throws Exception {
        platform.regenerateSecret();
        assertThat(probe.call("orders-of-customer").exception()).isEqualTo("CredentialsRejectedException");
        Files.writeString(secretFile, platform.secret() + "\n");
        assertThat(probe.call("search").value()).isEqualTo("0 products");
        assertThat(probe.call("post-fault", EchoingPlatform.UNAVAILABLE).exception())
                .isEqualTo("PlatformFailureException");
        assertThat(probe.call("get-fault", EchoingPlatform.UNREADABLE).exception())
                .isEqualTo("UnreadableReplyException");

        assertThat(probe.call("post-json").value()).isEqualTo("OK");
        assertThat(exports("traces", "/v1/endpoint"))
                .as("span of the last call")
                .isTrue();
    }

    void exportsSpansOfFailures() throws InterruptedException {
        assertThat(exports("traces", "io.github.buymed4j", "GET /api/v1/pharmacy/orders", "error.type", "401"))
                .as("span of the rejected request")
                .isTrue();
        assertThat(exports("traces", "io.github.buymed4j", "POST /faults/{fault}", "error.type", "503"))
                .as("span of the failed request")
                .isTrue();
        assertThat(exports("traces", "io.github.buymed4j", "GET /faults/{fault}"))
                .as("span of the request with an unreadable reply")
                .isTrue();
    }

    void exportsMetricsAndEventsOfFailures() throws InterruptedException {
        assertThat(exports("metrics", "http.client.request.duration", "/faults/{fault}", "error.type", "401", "503"))
                .as("measurements of the failed requests")
                .isTrue();
        for (String event : List.of("BUYMED-1003", "BUYMED-1005")) {
            assertThat(exports("logs", "io.github.buymed4j", "buymed.event.id", event))
                    .as(event)
                    .isTrue();
        }
    }

    void showsNoSecretAndNoCustomer() {
        assertThat(exported()).doesNotContain(platform.secrets()).doesNotContain(Purchasing.CUSTOMER, Purchasing.WORDS);
    }

    /** The headers of each request to the platform. */
    List<Headers> arrived() {
        return platform.arrived();
    }
}
