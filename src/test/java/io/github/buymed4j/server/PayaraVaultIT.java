package io.github.buymed4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.buymed4j.Canary;
import io.github.buymed4j.config.Secret;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of {@code docs/secret-stores.md} for Payara's own source, carried out with a stand-in for Vault, on a server that is started as
 * {@code server-config/payara-micro/README.md} says. Starts its own server, so that it runs once, with the tests that need none.
 */
@Tag("sandbox-jar")
class PayaraVaultIT {

    private static final Path PROJECT = Path.of(System.getProperty("project.directory"));
    private static final Pattern COMMANDS =
            Pattern.compile("```\n(create-password-alias .*?\nset-hashicorp-.*?\n)```", Pattern.DOTALL);

    /** Without the credentials file, in place of which there is the source. */
    private static final Pattern START = Pattern.compile("```bash\nBUYMED_CREDENTIALS_FILE=\\S+ (java .*)\n");

    private static final Pattern ADDRESS = Pattern.compile("http://[^/:]+:(\\d+)/buymed4j");

    @TempDir
    private Path folder;

    private final String token = UUID.randomUUID().toString();
    private final Secret secret = Secret.of(Canary.secret());
    private final List<String> asked = new ArrayList<>();
    private HttpServer vault;

    @BeforeEach
    void start() throws IOException {
        vault = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vault.setExecutor(Executors.newCachedThreadPool());
        vault.createContext("/", this::answer);
        vault.start();
    }

    @AfterEach
    void stop() {
        vault.stop(0);
    }

    @Test
    void payara_withItsOwnSource_hasTheCredentialsOfTheVault() throws Exception {
        Process payara = payara();
        // ends the wait for its output as well, which no interrupt ends
        CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES).execute(payara::destroyForcibly);
        String log;
        try {
            log = logUntil(" ready in ", payara);
            log += readiness(log);
            log += logUntil("BUYMED-1001", payara);
        } finally {
            payara.destroyForcibly();
        }

        assertThat(log)
                .contains("Client ID buymed_app_987654321, secret " + secret.fingerprint())
                .contains("buymed.client-secret from hashicorp")
                .doesNotContain(secret.reveal(), token);
        assertThat(asked).contains("/v1/secret/data/buymed");
    }

    private void answer(HttpExchange exchange) throws IOException {
        synchronized (asked) {
            asked.add(exchange.getRequestURI().getPath());
        }
        boolean known = ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        JsonObject data = Json.createObjectBuilder()
                .add("buymed.client-id", "buymed_app_987654321")
                .add("buymed.client-secret", secret.reveal())
                .build();
        byte[] body = Json.createObjectBuilder()
                .add("data", Json.createObjectBuilder().add("data", data))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(known ? 200 : 403, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Process payara() throws IOException {
        Files.writeString(folder.resolve("vault.password"), "AS_ADMIN_ALIASPASSWORD=" + token + "\n");
        String commands = COMMANDS.matcher(Files.readString(PROJECT.resolve("docs/secret-stores.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow()
                .replace("127.0.0.1:8200", "127.0.0.1:" + vault.getAddress().getPort());
        Path postboot = Files.writeString(folder.resolve("postboot.asadmin"), commands);
        for (String file : List.of(
                "target/servers/payara-micro/payara-micro.jar",
                "server-config/payara-micro/loopback.asadmin",
                "target/buymed4j.war")) {
            Path original = PROJECT.resolve(file);
            Files.createSymbolicLink(folder.resolve(original.getFileName()), original);
        }
        String started = START.matcher(Files.readString(PROJECT.resolve("server-config/payara-micro/README.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
        ProcessBuilder command = new ProcessBuilder(
                        "bash",
                        "-c",
                        "exec " + started + " --autobindhttp --rootdir root --postbootcommandfile " + postboot)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        command.environment()
                .merge("PATH", Path.of(System.getProperty("java.home"), "bin") + ":", (path, java) -> java + path);
        command.environment().put("JAVA_TOOL_OPTIONS", "-Xmx1g");
        command.environment().put("BUYMED_MP_REST_URL", "http://127.0.0.1:1");
        command.environment().put("BUYMED_SECURITY_ENFORCE", "false");
        return command.start();
    }

    /** Looks at the credentials, of which the log tells then. */
    private static String readiness(String log) throws IOException, InterruptedException {
        String address = ADDRESS.matcher(log)
                .results()
                .map((MatchResult found) -> "http://127.0.0.1:" + found.group(1) + "/health/ready")
                .findFirst()
                .orElseThrow(() -> new AssertionError(log));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    /** Ends with the line that has the text, or with the output. */
    private static String logUntil(String text, Process process) throws IOException {
        StringBuilder log = new StringBuilder();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            log.append(line).append('\n');
            if (line.contains(text)) {
                break;
            }
        }
        return log.toString();
    }
}
