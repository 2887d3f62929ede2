package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.server.TestWar;
import java.io.File;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** MicroProfile's own keys and annotations on an interface of a user's, which are the server's and stay so. */
@ExtendWith(ArquillianExtension.class)
class ToleranceIT {

    private static final FaultyPlatform PLATFORM = new FaultyPlatform()
            .onJson("fine", 200, "{\"status\":\"OK\",\"data\":[{\"note\":\"ổn\"}]}")
            .onJson("500", 500, "{\"status\":\"ERROR\"}")
            .on("silence", (out, socket) -> LockSupport.parkNanos(4_000_000_000L));

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        String config = ConsumerWar.properties(Map.of(
                "buymed/mp-rest/url",
                PLATFORM.url().toString(),
                "buymed.client-id",
                "buymed_app_987654321",
                "buymed.client-secret-file",
                ConsumerWar.secretFile(Canary.secret()).toString(),
                Tolerant.class.getName() + "/mp-rest/readTimeout",
                "2000",
                Tolerant.class.getName() + "/timed/Timeout/value",
                "1000",
                Tolerant.class.getName() + "/broken/CircuitBreaker/requestVolumeThreshold",
                "2"));
        return TestWar.named("tolerance")
                .addAsLibrary(new File(System.getProperty("project.directory", "."), "target/buymed4j.jar"))
                .addClasses(Tolerant.class, TolerantServlet.class)
                .addAsResource(new StringAsset(config), "META-INF/microprofile-config.properties");
    }

    @Test
    void readTimeout_ofTheInterfaceItself_winsOverThatOfTheKey() {
        assertThat(outcome("plain", "silence"))
                .startsWith("PlatformUnreachableException")
                .contains("readTimeout");
    }

    @Test
    void timeout_valueOfTheConfiguration_endsTheCall() {
        outcome("plain", "fine"); // a first call's cost is not to be timed

        assertThat(outcome("timed", "fine")).isEqualTo("OK");
        assertThat(outcome("timed", "silence")).startsWith("TimeoutException");
    }

    @Test
    void circuitBreaker_thresholdOfTheConfiguration_opensAndSendsNothing() {
        assertThat(outcome("broken", "500")).startsWith("PlatformFailureException");
        assertThat(outcome("broken", "500")).startsWith("PlatformFailureException");

        assertThat(outcome("broken", "500")).startsWith("CircuitBreakerOpenException");

        assertThat(PLATFORM.arrivals("500")).hasSize(2);
    }

    private String outcome(String call, String fault) {
        return new Probe(base).get("tolerant?call=" + call + "&fault=" + fault).body();
    }
}
