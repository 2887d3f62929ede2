package io.github.buymed4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.kit.SandboxControl;
import java.net.Socket;
import java.net.URI;
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
    void start_control_makesAnApplication() {
        var control = new SandboxControl(SandboxServer.start());

        var reply = control.send("POST", "apps", "{\"name\":\"POS\",\"scopes\":[\"pharmacy:profile:read\"]}");

        assertThat(reply).contains("appId", "Pending");
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
