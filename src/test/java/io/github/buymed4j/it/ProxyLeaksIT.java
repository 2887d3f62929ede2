package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * As {@link LeaksIT}, through a proxy that answers with redirects of its own. WildFly asks the platform directly whatever
 * {@code proxyAddress} says; it redirects alike.
 */
@ExtendWith(ArquillianExtension.class)
class ProxyLeaksIT {

    private static final String SECRET = Canary.secret();
    private static final FaultyPlatform SINK = new FaultyPlatform();
    private static final FaultyPlatform PLATFORM = Redirects.to(SINK);
    private static final FaultyPlatform PROXY = Redirects.to(SINK);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        Map<String, String> proxied =
                Map.of("buymed/mp-rest/proxyAddress", PROXY.url().getAuthority());
        return ConsumerWar.of("proxied", PLATFORM.url(), "buymed_app_987654321", SECRET, proxied);
    }

    @AfterEach
    void nothingArrivesElsewhere() {
        assertThat(SINK.arrivals()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.github.buymed4j.it.Redirects#names")
    void redirect_ofAProxy_isNotFollowed(String redirect) {
        int before = PROXY.arrivals().size() + PLATFORM.arrivals().size();

        var outcome = new Probe(base).call("post-fault", redirect);

        assertThat(outcome.exception()).isEqualTo("RedirectRefusedException");
        assertThat(outcome.trace()).doesNotContain(SECRET);
        assertThat(PROXY.arrivals().size() + PLATFORM.arrivals().size()).isEqualTo(before + 1);
    }
}
