package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.server.ServerLog;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** As {@link SecurityIT}, where the audit is not enforced: deployed, with warnings. */
@ExtendWith(ArquillianExtension.class)
class SecurityNotEnforcedIT {

    private static final ServerLog LOG = ServerLog.fromHere();
    private static final String SECRET = Canary.secret();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive notEnforced() {
        return ConsumerWar.configured(
                "warned",
                Map.of(
                        "buymed.client-id", "buymed_app_987654321",
                        "buymed.client-secret", SECRET,
                        "buymed/mp-rest/url", "http://127.0.0.1:1",
                        "buymed.security.enforce", "false"));
    }

    @AfterEach
    void noSecretInTheLog() {
        assertThat(LOG.read()).doesNotContain(SECRET);
    }

    @Test
    void deployment_secretInTheArchiveAndNotEnforced_isDeployedWithWarnings() {
        String onDemand = new Probe(base).get("audit").body();

        assertThat(LOG.read()).contains("BUYMED-2001 ERROR buymed.client-secret: ");
        assertThat(onDemand)
                .contains("BUYMED-2001 ERROR buymed.client-secret: ", "BUYMED-2004 NOTE buymed/mp-rest/url: ")
                .contains("BUYMED-2010 WARNING ")
                .doesNotContain("BUYMED-2006", SECRET);
        assertThat(onDemand.substring(onDemand.lastIndexOf("\n\n"))).contains("BUYMED-2001 ERROR ");
    }
}
