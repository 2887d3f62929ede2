package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** As {@link ProxyLeaksIT}, to a platform by TLS: what the proxy is asked for a tunnel with, where a server asks it. */
@ExtendWith(ArquillianExtension.class)
class TunnelLeaksIT {

    private static final String SECRET = Canary.secret();
    private static final String PLATFORM = "platform.example";
    private static final FaultyPlatform SINK = new FaultyPlatform();
    private static final FaultyPlatform PROXY =
            new FaultyPlatform().on(PLATFORM + ":443", 302, "text/plain", "", "Location: " + SINK.url() + "/stolen");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        Map<String, String> proxied =
                Map.of("buymed/mp-rest/proxyAddress", PROXY.url().getAuthority());
        return ConsumerWar.of("tunnelled", URI.create("https://" + PLATFORM), "buymed_app_987654321", SECRET, proxied);
    }

    @AfterEach
    void nothingArrivesElsewhere() {
        assertThat(SINK.arrivals()).isEmpty();
    }

    @Test
    void tunnel_askedForAtAProxy_carriesNoCredentials() {
        var outcome = new Probe(base).call("post-fault", "fine");

        assertThat(outcome.exception()).endsWith("Exception");
        assertThat(outcome.trace()).doesNotContain(SECRET);
        assertThat(PROXY.arrivals())
                .allMatch(arrival -> arrival.headerNames().stream()
                        .noneMatch(name -> name.matches("(?i)client-.*|authorization|x-service-region")));
    }
}
