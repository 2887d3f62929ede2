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

/** What a server says when it is given an application that could not call the platform, or not safely. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BadConfigurationIT {

    private static final ServerLog LOG = ServerLog.fromHere();
    private static final String SECRET = Canary.secret();

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "wrong", managed = false, testable = false)
    static WebArchive severalThingsWrong() {
        return ConsumerWar.configured(
                        "wrong",
                        Map.of(
                                "buymed.client-id",
                                "your_client_id",
                                "buymed.client-secret",
                                SECRET + " inner space",
                                "buymed/mp-rest/url",
                                "http://open-apis.buymed.example",
                                "buymed/mp-rest/followRedirects",
                                "TRUE",
                                "buymed-iam/mp-rest/followRedirects",
                                "yes",
                                "io.github.buymed4j.pharmacy.PharmacyApi/mp-rest/followRedirects",
                                "on",
                                Faulty.class.getName() + "/mp-rest/followRedirects",
                                "Y",
                                "buymed.quota.per-minute",
                                "many"))
                .addClass(Careless.class);
    }

    @Deployment(name = "missing", managed = false, testable = false)
    static WebArchive nothingGiven() {
        return ConsumerWar.configured("missing", Map.of());
    }

    @AfterEach
    void noSecretInTheLog() {
        assertThat(LOG.read()).doesNotContain(SECRET);
    }

    @Test
    void deployment_severalThingsWrong_isRefusedWithAllOfThem() {
        assertThat(RefusedDeployment.reason(deployer, "wrong"))
                .contains("buymed.client-id", "is a placeholder", "buymed.client-secret", "not visible ASCII")
                .contains("open-apis.buymed.example", "buymed.quota.per-minute")
                .contains("buymed/mp-rest/followRedirects", "buymed-iam/mp-rest/followRedirects")
                .contains("io.github.buymed4j.pharmacy.PharmacyApi/mp-rest/followRedirects")
                .contains(Faulty.class.getName() + "/mp-rest/followRedirects")
                .contains(Careless.class.getName(), "@BuymedCall")
                .doesNotContain(SECRET);
    }

    @Test
    void deployment_nothingGiven_namesBothKeys() {
        assertThat(RefusedDeployment.reason(deployer, "missing"))
                .contains("buymed.client-id: is missing", "buymed.client-secret: is missing");
    }
}
