package io.github.buymed4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ./run} on the server under test, with the credentials given by each of its own means (the folders of {@code server-config}). */
@Tag("run")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class RunCommandIT {
    private static final String SERVER = System.getProperty("arquillian.launch");

    private static final List<String> SECRETS =
            List.of("client-secret", "access-token", "portal-password", "administrator-password", "pharmacy-password");

    private static final List<String> STRANGERS_PAGES = List.of(
            "/",
            "/login.xhtml",
            "/error.xhtml",
            "/expired.xhtml",
            "/nothing-here",
            "/console.css",
            "/buymed/callback?state=x&code=y",
            "/buymed/callback?state=x&code=y&again=1");

    /** What ./run and the means write the secrets into, from the folder of the run. */
    private static final Pattern CREDENTIAL_FILES = Pattern.compile("seed\\.properties|secrets/.*|alias\\.password"
            + "|credentials\\.properties|usr/servers/buymed4j/(credentials\\.xml|server\\.env)");

    /** A means of a server, and the name of the source that the console then shows. */
    private record Means(String server, String name, String source) {}

    private static final List<Means> ALL = List.of(
            new Means("payara-micro", "credentials-file", "the file that SystemProperty names"),
            new Means("payara-micro", "secrets-directory", "Directory"),
            new Means("payara-micro", "password-alias", "Password Alias"),
            new Means("wildfly", "credentials-file", "the file that SysPropConfigSource names"),
            new Means("wildfly", "credential-store", "SysPropConfigSource"),
            new Means("open-liberty", "credentials-file", "the file that SysPropConfigSource names"),
            new Means("open-liberty", "variables", "server.xml.variables.config.source"),
            new Means("open-liberty", "variable-files", "server.xml.variables.config.source"),
            new Means("open-liberty", "encoded-variables", "JNDI"),
            new Means("open-liberty", "server-env", "EnvConfigSource"));

    static Stream<Arguments> means() {
        return ofThisServer().map(means -> Arguments.of(means.name(), means.source()));
    }

    private static Stream<Means> ofThisServer() {
        return ALL.stream().filter(means -> means.server().equals(SERVER));
    }

    @ParameterizedTest
    @MethodSource("means")
    void run_eachMeans_theConsoleCallsWithTheCredentialsItGave(String means, String source) throws Exception {
        try (var run = RunCommand.start("--server", SERVER, "--credentials", means)) {
            var secret = Secret.of(run.seed().getProperty("client-secret"));
            var visit = ConsoleVisit.logIn(run.console(), run.operatorPassword());
            visit.call("endpoint");
            assertThat(visit.text("verdict")).isEqualTo("Success");
            visit.open("/");

            assertThat(visit.text("clientId")).isEqualTo(run.seed().getProperty("client-id"));
            assertThat(visit.text("fingerprint")).isEqualTo(secret.fingerprint());
            assertThat(visit.text("source")).isEqualTo(source);
            assertNoSecret(run.commandLines(), run);
            assertNoSecretBesideTheCredentialFiles(run);
            assertStrangersGetNoSession(run.console());
            assertControlRefusesAnotherHostName(run.port());
            assertThat(ListeningSockets.beyondLoopback(run.processes())).isEmpty();
            assertThat(run.stop()).isZero();
            assertThat(run.folder()).doesNotExist();
            assertThat(RunCommand.logs(run.port())).isNotEmptyDirectory();
            assertThat(connects(InetAddress.getLoopbackAddress(), run.port())).isFalse();
        }
    }

    @Test
    void run_portInUse_saysSoAndStartsNothing() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var run =
                    RunCommand.command(taken.getLocalPort(), "--server", SERVER).start();

            var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(run.waitFor()).isOne();
            assertThat(said)
                    .contains("port " + taken.getLocalPort())
                    .contains("in use")
                    .doesNotContain("Starting");
        }
    }

    @Test
    void run_portTakenWhileItStarts_isOneLineThatNamesThePort() throws Exception {
        var port = RunCommand.freePort();
        var command = RunCommand.command(port, "--server", SERVER);
        command.environment().remove("JAVA_TOOL_OPTIONS"); // a JVM prints a line about it
        var run = command.start();
        var output = run.inputReader(StandardCharsets.UTF_8);
        var line = output.readLine();
        while (line != null && !line.startsWith("Starting")) {
            line = output.readLine();
        }
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var unused = CompletableFuture.runAsync(() -> closeEachConnectionTo(taken));
            assertThat(output.lines())
                    .containsExactly("run: port " + taken.getLocalPort()
                            + " of 127.0.0.1 is in use; choose another: PORT=8081 ./run");
            assertThat(run.waitFor()).isOne();
        }
    }

    @Test
    void run_unknownMeans_namesThoseThereAre() throws Exception {
        var run = RunCommand.command(RunCommand.freePort(), "--server", SERVER, "--credentials", "telepathy")
                .start();

        var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).isOne();
        assertThat(said)
                .contains("telepathy")
                .contains(ofThisServer().map(Means::name).toList());
    }

    /** Otherwise ./run would wait 20 seconds for the reply. */
    private static void closeEachConnectionTo(ServerSocket port) {
        try {
            while (true) {
                port.accept().close();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void assertNoSecret(List<String> commandLines, RunCommand run) throws Exception {
        for (var key : SECRETS) {
            var secret = run.seed().getProperty(key);
            assertThat(commandLines.stream().anyMatch(line -> line.contains(secret)))
                    .as("the %s is an argument of a process", key)
                    .isFalse();
        }
        assertThat(commandLines.stream().anyMatch(line -> line.contains(run.operatorPassword())))
                .as("the operator's password is an argument of a process")
                .isFalse();
        assertThat(commandLines).anyMatch(line -> line.contains("java"));
    }

    /** Neither a log nor anything else that the server has made of what it was given. */
    private static void assertNoSecretBesideTheCredentialFiles(RunCommand run) throws Exception {
        var secrets = new ArrayList<>(List.of(run.operatorPassword()));
        for (var key : SECRETS) {
            secrets.add(run.seed().getProperty(key));
        }
        assertThat(run.filesHolding(secrets, CREDENTIAL_FILES))
                .as("files with a secret")
                .isEmpty();
        assertThat(run.filesHolding(List.of("buymed.redirect-uri"), CREDENTIAL_FILES))
                .as("logs that name the system properties")
                .noneMatch(file -> file.toString().contains("log"));
    }

    private static void assertStrangersGetNoSession(URI console) throws Exception {
        for (var page : STRANGERS_PAGES) {
            var request = HttpRequest.newBuilder(console.resolve(page)).build();
            var cookies = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .headers()
                    .allValues("Set-Cookie");
            assertThat(cookies).as(page).noneMatch(cookie -> cookie.startsWith("BUYMED-CONSOLE"));
        }
    }

    /** Row S15: a name that an attacker points to 127.0.0.1. */
    private static void assertControlRefusesAnotherHostName(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /sandbox/control/limits HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403")
                    .contains("CONTROL_HOST");
        }
    }

    private static boolean connects(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
