package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.docs.Markdown;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Open Liberty in servers of its own, because the tests' server hides OpenTelemetry from applications: configured as
 * {@code docs/telemetry.md} says for MicroProfile 6.1 and for MicroProfile 7.1.
 */
@Tag("open-liberty")
class OpenLibertyTelemetryIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SERVER_XML = """
            <server>
              <featureManager>
                <feature>webProfile-10.0</feature>
                <feature>%s</feature>
              </featureManager>
              <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1" />
              <webApplication name="telemetry" location="telemetry.war" contextRoot="/telemetry">%s</webApplication>
            </server>
            """;

    private static final Pattern VISIBILITY = Pattern.compile("`(<classloader [^`]*)`");

    @ParameterizedTest
    @CsvSource({"microProfile-6.1, false", "microProfile-7.1, true"})
    void calls_exported_areWhatTheFeatureOffers(String feature, boolean metricsAndLogs) throws Exception {
        MonitoredApplication application = new MonitoredApplication();
        int port = freePort();
        Path servers = Files.createTempDirectory("liberty");
        Path server = Files.createDirectories(servers.resolve("servers/telemetry"));
        Files.writeString(
                server.resolve("server.xml"), SERVER_XML.formatted(feature, port, visibilityOfThePage(feature)));
        application
                .war()
                .as(ZipExporter.class)
                .exportTo(Files.createDirectories(server.resolve("apps"))
                        .resolve("telemetry.war")
                        .toFile());
        Process process = process(servers).start();
        try {
            Probe probe = new Probe(
                    URI.create("http://127.0.0.1:" + port + "/telemetry/").toURL());
            awaitAnswer(process, probe);

            assertThat(probe.call("orders-of-customer").value()).isEqualTo("0 orders");

            application.exportsSpans();
            application.failsCalls(probe);
            application.exportsSpansOfFailures();
            if (metricsAndLogs) {
                application.exportsMetricsAndEvents();
                application.exportsMetricsAndEventsOfFailures();
            }
            application.showsNoSecretAndNoCustomer();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }

    /** What the page's row of the feature has for the {@code <webApplication>}; may be empty. */
    private static String visibilityOfThePage(String feature) {
        return Markdown.of(Path.of("docs/telemetry.md")).section("Switch it on").orElseThrow().prose().stream()
                .filter(line -> line.startsWith("| Open Liberty, `" + feature + "` |"))
                .map(row -> VISIBILITY
                        .matcher(row)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.joining()))
                .findFirst()
                .orElseThrow();
    }

    private static ProcessBuilder process(Path servers) throws IOException {
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("server.home"), "bin/server").toString(), "run", "telemetry")
                .redirectErrorStream(true)
                .redirectOutput(Path.of(System.getProperty("server.logs"), "telemetry.log")
                        .toFile());
        process.environment().put("WLP_USER_DIR", servers.toString());
        return process;
    }

    private static void awaitAnswer(Process process, Probe probe) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(probe)) {
            boolean ended = process.waitFor(200, TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() > deadline) {
                throw new IllegalStateException("The server did not answer; see telemetry.log");
            }
        }
    }

    private static boolean answers(Probe probe) {
        try {
            return probe.get("probe?call=none&fault=").statusCode() == 200;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
