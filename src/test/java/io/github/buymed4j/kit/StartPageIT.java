package io.github.buymed4j.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with which {@code docs/start.md} starts the sandbox. */
@Tag("sandbox-jar")
class StartPageIT {

    private static final Pattern BLOCK = Pattern.compile("```bash\n(umask.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void commands_ofTheStartPage_giveCredentialsThatTheSandboxAccepts() throws Exception {
        int port = freePort();
        Files.createSymbolicLink(
                folder.resolve("buymed4j-sandbox.jar"),
                Path.of("target", "buymed4j-sandbox.jar").toAbsolutePath());
        Process shell = shell(commands().replace("8090", Integer.toString(port)));
        try (BufferedReader output = shell.inputReader(UTF_8)) {
            Properties prepared = new Properties();
            prepared.load(new StringReader(output.readLine() + "\n" + output.readLine()));
            Path credentials = Path.of(prepared.getProperty("BUYMED_CREDENTIALS_FILE"));

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials)))
                    .isEqualTo("rw-------");
            assertThat(status(port, credentials, prepared.getProperty("BUYMED_ACCESS_TOKEN")))
                    .isEqualTo(200);
        } finally {
            shell.outputWriter().close(); // ends the sandbox
            assertThat(shell.waitFor()).isNotNegative();
        }
    }

    private static String commands() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("docs", "start.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    /** Prints what the commands export, and ends with its standard input. */
    private Process shell(String commands) throws IOException {
        ProcessBuilder shell = new ProcessBuilder(
                        "bash",
                        "-c",
                        "trap 'kill $(jobs -p)' EXIT\n" + commands
                                + "env | grep -E '^BUYMED_(CREDENTIALS_FILE|ACCESS_TOKEN)='; read -r")
                .directory(folder.toFile());
        shell.environment().remove("JAVA_TOOL_OPTIONS");
        shell.environment()
                .merge("PATH", Path.of(System.getProperty("java.home"), "bin") + ":", (path, java) -> java + path);
        return shell.start();
    }

    private static int status(int port, Path credentials, String token) throws Exception {
        Properties pair = new Properties();
        try (BufferedReader content = Files.newBufferedReader(credentials)) {
            pair.load(content);
        }
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/pharmacy/profile"))
                .header("Client-ID", pair.getProperty("client-id"))
                .header("Client-Secret", pair.getProperty("client-secret"))
                .header("X-Service-Region", "vn")
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
