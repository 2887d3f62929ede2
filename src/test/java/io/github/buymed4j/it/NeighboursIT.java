package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.server.SecretFile;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two WARs on one server, each with credentials of its own, in a file that its own configuration names. */
@ExtendWith(ArquillianExtension.class)
class NeighboursIT {

    private static final SandboxApp SHOP = SandboxApp.named("neighbour-shop");
    private static final SandboxApp WAREHOUSE = SandboxApp.named("neighbour-warehouse");

    @Deployment(name = "shop", testable = false)
    static WebArchive shop() {
        return war("neighbour-shop", SHOP);
    }

    @Deployment(name = "warehouse", testable = false)
    static WebArchive warehouse() {
        return war("neighbour-warehouse", WAREHOUSE);
    }

    private static WebArchive war(String name, SandboxApp app) {
        var pair = "client-id=" + app.clientId() + "\nclient-secret=" + app.clientSecret();
        return ConsumerWar.configured(
                name,
                Map.of(
                        "buymed/mp-rest/url", app.url().toString(),
                        "buymed.credentials-file", SecretFile.holding(pair).toString(),
                        "buymed.access-token", app.accessToken()));
    }

    @Test
    @OperateOnDeployment("shop")
    void call_ofEachWar_bearsItsOwnCredentials(
            @ArquillianResource @OperateOnDeployment("shop") URL shop,
            @ArquillianResource @OperateOnDeployment("warehouse") URL warehouse) {
        assertThat(clientOf(shop)).isNotEqualTo(clientOf(warehouse));
    }

    /** The application that the platform took the call for: the token is refused with credentials of another one. */
    private static String clientOf(URL war) {
        int before = SHOP.now();

        var outcome = new Probe(war).call("profile");

        assertThat(outcome.trace()).isEmpty();
        return SHOP.requestsSince(before).get(0).getString("app");
    }
}
