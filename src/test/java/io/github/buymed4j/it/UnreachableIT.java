package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The platform's address leads nowhere, or to somebody whose certificate nobody vouches for. */
@ExtendWith(ArquillianExtension.class)
class UnreachableIT {

    private static final FaultyPlatform IMPOSTOR =
            new FaultyPlatform(SelfSigned.serverSocket()).onJson("fine", 200, "{\"status\":\"OK\",\"data\":[]}");

    @Deployment(name = "refused", testable = false)
    static WebArchive refused() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return war("unreachable", URI.create("http://127.0.0.1:" + closed.getLocalPort()));
        }
    }

    @Deployment(name = "untrusted", testable = false)
    static WebArchive untrusted() {
        return war("untrusted", IMPOSTOR.url());
    }

    private static WebArchive war(String name, URI platform) {
        return ConsumerWar.of(name, platform, "buymed_app_987654321", Canary.secret(), Map.of());
    }

    @Test
    void call_nobodyListens_isRefused(@ArquillianResource @OperateOnDeployment("refused") URL base) {
        var outcome = new Probe(base).call("get-fault", "fine");

        assertThat(outcome.exception()).isEqualTo("PlatformUnreachableException");
        assertThat(outcome.message()).contains("127.0.0.1", "the connection was refused");
    }

    @Test
    void call_certificateNotTrusted_sendsNothing(@ArquillianResource @OperateOnDeployment("untrusted") URL base) {
        var outcome = new Probe(base).call("post-fault", "fine");

        assertThat(outcome.exception()).isEqualTo("PlatformUnreachableException");
        assertThat(outcome.message()).contains("certificate");
        assertThat(IMPOSTOR.arrivals()).isEmpty();
    }
}
