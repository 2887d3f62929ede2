package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.github.buymed4j.Canary;
import io.github.buymed4j.server.OtlpReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A user's application whose own configuration switches MicroProfile Telemetry on, the collector that its server exports
 * to, and a platform that answers everything. It calls with a customer's phone number and with words to search for,
 * which no request to the application contains.
 */
final class MonitoredApplication {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String secret = Canary.secret();
    private final OtlpReceiver collector = new OtlpReceiver();
    private final List<Headers> arrived = new CopyOnWriteArrayList<>();
    private final HttpServer platform = platform();

    WebArchive war() {
        return ConsumerWar.of(
                "telemetry",
                URI.create("http://127.0.0.1:" + platform.getAddress().getPort()),
                "buymed_app_987654321",
                secret,
                Map.of(
                        "otel.sdk.disabled", "false",
                        "otel.exporter.otlp.endpoint", collector.url().toString(),
                        "otel.exporter.otlp.protocol", "http/protobuf",
                        "otel.traces.exporter", "otlp",
                        "otel.metrics.exporter", "otlp",
                        "otel.logs.exporter", "otlp",
                        "otel.bsp.schedule.delay", "200",
                        "otel.blrp.schedule.delay", "200",
                        "otel.metric.export.interval", "500"));
    }

    private HttpServer platform() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] reply = "{\"status\":\"OK\",\"data\":[]}".getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                arrived.add(exchange.getRequestHeaders());
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, reply.length);
                exchange.getResponseBody().write(reply);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                        "io.github.buymed4j",
                        "GET /api/v1/pharmacy/orders",
                        "/api/v1/pharmacy/orders?",
                        "customerPhone=REDACTED"))
                .as("span of the request")
                .isTrue();
    }

    void exportsMetricsAndEvents() throws InterruptedException {
        assertThat(exports("metrics", "http.client.request.duration", "url.template"))
                .as("measurement of the request")
                .isTrue();
        assertThat(exports("metrics", "buymed.quota.used", "buymed.quota.limit", "address"))
                .as("quota")
                .isTrue();
        assertThat(exports("metrics", "buymed.credentials.events")).as("events").isTrue();
        assertThat(exports("logs", "io.github.buymed4j", "buymed.event.id", "BUYMED-1001"))
                .as("event as a log record")
                .isTrue();
    }

    void showsNoSecretAndNoCustomer() {
        assertThat(exported()).doesNotContain(secret, Purchasing.CUSTOMER, Purchasing.WORDS);
    }

    /** The headers of each request to the platform. */
    List<Headers> arrived() {
        return arrived;
    }
}
