package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Open Liberty in servers of its own, because the tests' server hides OpenTelemetry from applications: with
 * MicroProfile 6.1 and {@code apiTypeVisibility}, which shows the packages of spans, and with MicroProfile 7.1, which shows
 * all by default.
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
              <webApplication name="telemetry" location="telemetry.war" contextRoot="/telemetry">
                <classloader apiTypeVisibility="%s" />
              </webApplication>
            </server>
            """;

    @ParameterizedTest
    @CsvSource({
        "microProfile-6.1, +third-party, false",
        "microProfile-7.1, +stable, true",
    })
    void calls_exported_areWhatTheFeatureOffers(String feature, String visibility, boolean metricsAndLogs)
            throws Exception {
        MonitoredApplication application = new MonitoredApplication();
        int port = freePort();
        Path servers = Files.createTempDirectory("liberty");
        Path server = Files.createDirectories(servers.resolve("servers/telemetry"));
        Files.writeString(server.resolve("server.xml"), SERVER_XML.formatted(feature, port, visibility));
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
            if (metricsAndLogs) {
                application.exportsMetricsAndEvents();
            }
            application.showsNoSecretAndNoCustomer();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
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
