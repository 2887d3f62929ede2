package io.github.buymed4j.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.github.buymed4j.pharmacy.Product;
import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
import jakarta.inject.Inject;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A WAR of nothing but {@code buymed4j.jar}, one enterprise bean, the servlet of {@code docs/start.md} and a
 * {@code microprofile-config.properties}.
 */
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
                .addClasses(Stock.class, OrdersServlet.class)
                .addAsResource(new StringAsset(config), "META-INF/microprofile-config.properties");
    }

    @Test
    void enterpriseBean_ofTheConsumer_readsProducts() {
        List<Product> products = stock.products();

        assertEquals(20, products.size());
        products.forEach(product -> assertNotNull(product.name()));
    }

    @Test
    @RunAsClient
    void servlet_ofTheStartPage_showsFiveOrders(@ArquillianResource URL application) throws Exception {
        HttpRequest orders =
                HttpRequest.newBuilder(application.toURI().resolve("orders")).build();

        HttpResponse<String> reply = HttpClient.newHttpClient().send(orders, BodyHandlers.ofString());

        assertEquals(200, reply.statusCode());
        assertEquals(5, reply.body().lines().count());
    }
}
