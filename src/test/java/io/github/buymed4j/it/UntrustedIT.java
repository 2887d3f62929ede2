package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The platform's address leads to somebody whose certificate nobody vouches for. */
@ExtendWith(ArquillianExtension.class)
class UntrustedIT {

    private static final FaultyPlatform IMPOSTOR =
            new FaultyPlatform(SelfSigned.serverSocket()).onJson("fine", 200, "{\"status\":\"OK\",\"data\":[]}");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive untrusted() {
        return ConsumerWar.of("untrusted", IMPOSTOR.url(), "buymed_app_987654321", Canary.secret(), Map.of());
    }

    @Test
    void call_certificateNotTrusted_sendsNothing() {
        var outcome = new Probe(base).call("post-fault", "fine");

        assertThat(outcome.exception()).isEqualTo("PlatformUnreachableException");
        assertThat(outcome.message()).contains("certificate");
        assertThat(IMPOSTOR.arrivals()).isEmpty();
    }
}
