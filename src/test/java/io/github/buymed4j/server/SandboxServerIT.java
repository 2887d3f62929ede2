package io.github.buymed4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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
                .POST(BodyPublishers.ofString("{\"name\":\"POS\",\"scopes\":[\"pharmacy:profile:read\"]}"))
                .build();

        var reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(reply.body()).contains("appId", "Pending");
    }
}
