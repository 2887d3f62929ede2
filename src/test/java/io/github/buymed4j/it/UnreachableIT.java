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
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The platform's address leads nowhere. */
@ExtendWith(ArquillianExtension.class)
class UnreachableIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive refused() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI platform = URI.create("http://127.0.0.1:" + closed.getLocalPort());
            return ConsumerWar.of("unreachable", platform, "buymed_app_987654321", Canary.secret(), Map.of());
        }
    }

    @Test
    void call_nobodyListens_isRefused() {
        var outcome = new Probe(base).call("get-fault", "fine");

        assertThat(outcome.exception()).isEqualTo("PlatformUnreachableException");
        assertThat(outcome.message()).contains("127.0.0.1", "the connection was refused");
    }
}
