package io.github.buymed4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SandboxServerIT {
    @Test
    void start_twice_isOneSandboxOnThisMachineOnly() {
        var sandbox = SandboxServer.start();

        assertThat(sandbox).isSameAs(SandboxServer.start());
        assertThat(sandbox.getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void start_control_makesAnApplication() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(SandboxServer.start() + "/control/apps"))
                .header("Content-Type", "application/json")
                .header("X-Sandbox-Control", "true")
                .POST(BodyPublishers.ofString("{\"name\":\"POS\",\"scopes\":[\"pharmacy:profile:read\"]}"))
                .build();

        var reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(reply.body()).contains("appId", "Pending");
    }

    /** Row S15: a name that an attacker points to 127.0.0.1. */
    @Test
    void control_byAnotherHostName_isRefused() throws Exception {
        URI sandbox = SandboxServer.start();
        try (Socket socket = new Socket(sandbox.getHost(), sandbox.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /control/limits HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403")
                    .contains("CONTROL_HOST");
        }
    }
}
