package io.github.buymed4j.internal.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.Origin;
import io.github.buymed4j.internal.config.TransportSettings;
import io.github.buymed4j.internal.transport.Attempt;
import io.github.buymed4j.internal.transport.CallObserver;
import io.github.buymed4j.internal.transport.HeaderField;
import io.github.buymed4j.internal.transport.HttpTransport;
import io.github.buymed4j.internal.transport.NoReplyException;
import io.github.buymed4j.internal.transport.Request;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The requests of the transport, as the SDK of OpenTelemetry gets them. */
class RequestTelemetryTest {

    private static final String PHONE = "0901234567";

    @RegisterExtension
    static final OpenTelemetryExtension SDK = OpenTelemetryExtension.create();

    private final List<String> traceparents = new CopyOnWriteArrayList<>();
    private RequestTelemetry telemetry;
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        telemetry = telemetry(SDK.getOpenTelemetry(), false); // the extension has reset the SDK
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String traceparent = exchange.getRequestHeaders().getFirst("traceparent");
            traceparents.add(traceparent == null ? "none" : traceparent);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        HttpTransport.closeShared();
    }

    @Test
    void send_answered_isASpanOfTheConventions() throws Exception {
        Span ofApplication =
                SDK.getOpenTelemetry().getTracer("test").spanBuilder("job").startSpan();
        CallObserver call;
        try (Scope current = ofApplication.makeCurrent()) {
            assertThat(current).isNotNull();
            call = call(new ApplicationName("branch"));
        }

        send(call, "GET", "/api/orders", "/api/orders?limit=5&customerPhone=" + PHONE);

        SpanData span = span();
        assertThat(span.getName()).isEqualTo("GET /api/orders");
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(span.getParentSpanId())
                .isEqualTo(ofApplication.getSpanContext().getSpanId());
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(span.getAttributes().asMap())
                .containsExactlyInAnyOrderEntriesOf(java.util.Map.of(
                        AttributeKey.stringKey("buymed.application"), "branch",
                        AttributeKey.stringKey("http.request.method"), "GET",
                        AttributeKey.longKey("http.response.status_code"), 200L,
                        AttributeKey.stringKey("network.protocol.version"), "1.1",
                        AttributeKey.stringKey("server.address"), "127.0.0.1",
                        AttributeKey.longKey("server.port"), (long) port(),
                        AttributeKey.stringKey("url.full"),
                                "http://127.0.0.1:" + port() + "/api/orders?limit=5&customerPhone=REDACTED",
                        AttributeKey.stringKey("url.template"), "/api/orders"));
    }

    @Test
    void send_refused_isAnErrorOfItsStatus() throws Exception {
        status = 429;

        send(call(ApplicationName.DEFAULT), "POST", "/v1/endpoint", "/v1/endpoint");

        SpanData span = span();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getStatus().getDescription()).isEmpty();
        assertThat(span.getAttributes().get(RouteAttributes.ERROR)).isEqualTo("429");
        assertThat(span.getAttributes().get(RouteAttributes.STATUS)).isEqualTo(429);
        assertThat(point().getAttributes().get(RouteAttributes.ERROR)).isEqualTo("429");
    }

    @Test
    void send_noReply_isAnErrorOfItsReason() {
        CallObserver call = call(ApplicationName.DEFAULT);
        server.stop(0);

        assertThatThrownBy(() -> send(call, "GET", "/api/orders", "/api/orders"))
                .isInstanceOf(NoReplyException.class);

        assertThat(span().getAttributes().get(RouteAttributes.ERROR)).isEqualTo("refused");
        assertThat(span().getAttributes().get(RouteAttributes.STATUS)).isNull();
        assertThat(point().getAttributes().get(RouteAttributes.ERROR)).isEqualTo("refused");
    }

    @Test
    void send_severalRequestsOfACall_areCounted() throws Exception {
        CallObserver call = call(ApplicationName.DEFAULT);

        for (int i = 0; i < 3; i++) {
            send(call, "GET", "/api/orders", "/api/orders");
        }

        assertThat(SDK.getSpans())
                .extracting(span -> span.getAttributes().get(RouteAttributes.RESEND_COUNT))
                .containsExactly(null, 1L, 2L);
    }

    @Test
    void send_unknownTemplateAndMethod_haveFewNames() throws Exception {
        send(call(ApplicationName.DEFAULT), "GET", null, "/customers/" + PHONE);
        send(call(ApplicationName.DEFAULT), "SEARCH", "/api", "/api");

        assertThat(SDK.getSpans()).extracting(SpanData::getName).containsExactly("GET", "HTTP /api");
        assertThat(SDK.getSpans().get(1).getAttributes().get(RouteAttributes.METHOD))
                .isEqualTo("_OTHER");
        assertThat(SDK.getSpans().toString()).doesNotContain(PHONE);
    }

    @Test
    void send_answered_isMeasuredInSecondsOfTheConventionsBuckets() throws Exception {
        send(call(ApplicationName.DEFAULT), "GET", "/api/{id}", "/api/" + PHONE);

        MetricData metric = metric();
        assertThat(metric.getName()).isEqualTo("http.client.request.duration");
        assertThat(metric.getUnit()).isEqualTo("s");
        assertThat(metric.getInstrumentationScopeInfo().getName()).isEqualTo("io.github.buymed4j");
        assertThat(point().getBoundaries())
                .containsExactly(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);
        assertThat(point().getCount()).isEqualTo(1);
        assertThat(point().getSum()).isBetween(0.0, 20.0);
        assertThat(point().getAttributes().asMap().keySet())
                .extracting(AttributeKey::getKey)
                .containsExactlyInAnyOrder(
                        "buymed.application",
                        "http.request.method",
                        "http.response.status_code",
                        "network.protocol.version",
                        "server.address",
                        "server.port",
                        "url.template");
        assertThat(metric.toString()).doesNotContain(PHONE);
    }

    @Test
    void send_requestWithSecrets_showsNone() throws Exception {
        String secret = Canary.secret();

        transport()
                .send(
                        new Request(
                                "POST",
                                address("/api/" + PHONE + "?token=" + secret),
                                "/api/{phone}",
                                List.of(new HeaderField("Client-Secret", secret)),
                                secret.getBytes(UTF_8)),
                        attempt(call(ApplicationName.DEFAULT)),
                        100);

        assertThat(SDK.getSpans() + " " + SDK.getMetrics()).doesNotContain(secret, PHONE);
    }

    @Test
    void send_byDefault_tellsThePlatformNothingOfTheTrace() throws Exception {
        send(call(ApplicationName.DEFAULT), "GET", "/api", "/api");

        assertThat(traceparents).containsExactly("none");
    }

    @Test
    void send_propagating_carriesTheSpanOfTheRequest() throws Exception {
        RequestTelemetry propagating = telemetry(SDK.getOpenTelemetry(), true);

        send(propagating.call(ApplicationName.DEFAULT), "GET", "/api", "/api");

        String flags = span().getSpanContext().getTraceFlags().asHex();
        assertThat(traceparents).containsExactly("00-" + span().getTraceId() + "-" + span().getSpanId() + "-" + flags);
    }

    @Test
    void call_serverRecordsNothing_isNotObserved() {
        assertThat(telemetry(OpenTelemetry.noop(), true).call(ApplicationName.DEFAULT))
                .isNull();
    }

    private static RequestTelemetry telemetry(OpenTelemetry openTelemetry, boolean propagating) {
        Instruments instruments = new Instruments(openTelemetry, propagating, null);
        return new RequestTelemetry(() -> instruments);
    }

    private CallObserver call(ApplicationName application) {
        return Objects.requireNonNull(telemetry.call(application));
    }

    private void send(@Nullable CallObserver call, String method, @Nullable String template, String target)
            throws NoReplyException {
        transport().send(new Request(method, address(target), template, List.of(), new byte[0]), attempt(call), 100);
    }

    private static Attempt attempt(@Nullable CallObserver call) {
        return new Attempt(
                System.nanoTime() + Duration.ofSeconds(20).toNanos(), "test", call, (header, value) -> value);
    }

    private HttpTransport transport() {
        TransportSettings settings = new TransportSettings(
                Duration.ofSeconds(5), Duration.ofSeconds(5), Optional.empty(), Optional.empty(), Optional.empty());
        return HttpTransport.shared(Origin.of(address("/")), settings);
    }

    private URI address(String target) {
        return URI.create("http://127.0.0.1:" + port() + target);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static SpanData span() {
        assertThat(SDK.getSpans()).hasSize(1);
        return SDK.getSpans().get(0);
    }

    private static MetricData metric() {
        assertThat(SDK.getMetrics()).hasSize(1);
        return SDK.getMetrics().get(0);
    }

    private static HistogramPointData point() {
        return metric().getHistogramData().getPoints().iterator().next();
    }
}
