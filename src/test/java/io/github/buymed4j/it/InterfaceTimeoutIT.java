package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
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

/** MicroProfile's own keys for one interface, which are the server's and stay so. */
@ExtendWith(ArquillianExtension.class)
class InterfaceTimeoutIT {

    private static final FaultyPlatform PLATFORM =
            new FaultyPlatform().on("silence", (out, socket) -> LockSupport.parkNanos(4_000_000_000L));

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
                SecretFile.holding(Canary.secret()).toString(),
                Hurried.class.getName() + "/mp-rest/readTimeout",
                "1000"));
        return TestWar.named("hurried")
                .addAsLibraries(TestWar.productLibraries())
                .addClasses(Hurried.class, HurriedServlet.class)
                .addAsResource(new StringAsset(config), "META-INF/microprofile-config.properties");
    }

    @Test
    void readTimeout_ofTheInterfaceItself_winsOverThatOfTheKey() {
        assertThat(outcome("silence"))
                .startsWith("PlatformUnreachableException")
                .contains("readTimeout");
    }

    private String outcome(String fault) {
        return new Probe(base).get("hurried?fault=" + fault).body();
    }
}
