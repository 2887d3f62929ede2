package io.github.buymed4j.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.github.buymed4j.pharmacy.Product;
import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A WAR of nothing but {@code buymed4j.jar}, one enterprise bean and a {@code microprofile-config.properties}. */
@ExtendWith(ArquillianExtension.class)
class ConsumerIT {

    @Inject
    private Stock stock;

    @Deployment
    static WebArchive war() {
        SandboxApp app = SandboxApp.named("consumer");
        String config = ConsumerWar.properties(Map.of(
                "buymed/mp-rest/url", app.url().toString(),
                "buymed.client-id", app.clientId(),
                "buymed.client-secret-file",
                        SecretFile.holding(app.clientSecret()).toString(),
                "buymed.access-token", app.accessToken()));
        return ShrinkWrap.create(WebArchive.class, "consumer.war")
                .addAsLibraries(TestWar.productLibraries())
                .addClass(Stock.class)
                .addAsResource(new StringAsset(config), "META-INF/microprofile-config.properties");
    }

    @Test
    void enterpriseBean_ofTheConsumer_readsProducts() {
        List<Product> products = stock.products();

        assertEquals(20, products.size());
        products.forEach(product -> assertNotNull(product.name()));
    }
}
