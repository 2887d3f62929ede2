package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.server.RefusedDeployment;
import io.github.buymed4j.server.ServerLog;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An archive with a secret inside is refused. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SecurityIT {

    private static final ServerLog LOG = ServerLog.fromHere();
    private static final String SECRET = Canary.secret();
    private static final Map<String, String> CONFIG = Map.of(
            "buymed.client-id", "buymed_app_987654321",
            "buymed.client-secret", SECRET,
            "buymed/mp-rest/url", "http://127.0.0.1:1");

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "insecure", managed = false, testable = false)
    static WebArchive enforced() {
        return ConsumerWar.configured("insecure", CONFIG);
    }

    @AfterEach
    void noSecretInTheLog() {
        assertThat(LOG.read()).doesNotContain(SECRET);
    }

    @Test
    void deployment_secretInTheArchive_isRefused() {
        assertThat(RefusedDeployment.reason(deployer, "insecure"))
                .contains("BUYMED-2001 ERROR buymed.client-secret: ", "META-INF/microprofile-config.properties")
                .doesNotContain(SECRET);
    }
}
