package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.ServerLog;
import io.github.buymed4j.server.TestWar;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** EARs of two WARs, with the jar in both places where people put it; Payara Micro takes no EAR. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EarIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final SandboxApp ONE = SandboxApp.named("ear-one");
    private static final SandboxApp TWO = SandboxApp.named("ear-two");

    @ArquillianResource
    private Deployer deployer;

    /** One jar, one configuration: both WARs call as the same application. */
    @Deployment(name = "jar-in-lib", managed = false, testable = false)
    static EnterpriseArchive jarInLib() {
        JavaArchive configuration = ShrinkWrap.create(JavaArchive.class, "configuration.jar")
                .addAsResource(new StringAsset(propertiesOf(ONE)), "META-INF/microprofile-config.properties");
        return ShrinkWrap.create(EnterpriseArchive.class, "jar-in-lib.ear")
                .addAsLibraries(TestWar.productLibraries())
                .addAsLibraries(configuration)
                .addAsModule(shop("lib-one"))
                .addAsModule(shop("lib-two"));
    }

    /** Two jars, two configurations. */
    @Deployment(name = "jar-in-wars", managed = false, testable = false)
    static EnterpriseArchive jarInWars() {
        return ShrinkWrap.create(EnterpriseArchive.class, "jar-in-wars.ear")
                .addAsModule(configured(shop("war-one"), ONE))
                .addAsModule(configured(shop("war-two"), TWO));
    }

    /** Whose servlet is a bean, and whose is not. */
    @Deployment(name = "modes", managed = false, testable = false)
    static EnterpriseArchive modes() {
        return ShrinkWrap.create(EnterpriseArchive.class, "modes.ear")
                .addAsModule(configured(shop("mode-absent", null), ONE))
                .addAsModule(configured(shop("mode-annotated", beansXml("annotated")), ONE))
                .addAsModule(configured(shop("mode-all", beansXml("all")), ONE))
                .addAsModule(configured(shop("mode-none", beansXml("none")), ONE));
    }

    private static Asset beansXml(String mode) {
        return new StringAsset(
                "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"" + mode
                        + "\"/>");
    }

    private static WebArchive shop(String name) {
        return shop(name, EmptyAsset.INSTANCE);
    }

    private static WebArchive shop(String name, @Nullable Asset beansXml) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, name + ".war").addClass(ShopServlet.class);
        return beansXml == null ? war : war.addAsWebInfResource(beansXml, "beans.xml");
    }

    private static WebArchive configured(WebArchive war, SandboxApp app) {
        return war.addAsLibraries(TestWar.productLibraries())
                .addAsResource(new StringAsset(propertiesOf(app)), "META-INF/microprofile-config.properties");
    }

    private static String propertiesOf(SandboxApp app) {
        return ConsumerWar.properties(Map.of(
                "buymed/mp-rest/url", app.url().toString(),
                "buymed.client-id", app.clientId(),
                "buymed.client-secret-file",
                        SecretFile.holding(app.clientSecret()).toString(),
                "buymed.access-token", app.accessToken()));
    }

    @Test
    void wars_withTheJarInLib_callAsOneApplication() throws Exception {
        deployer.deploy("jar-in-lib");
        try {
            assertThat(callersAt("lib-one", "lib-two")).hasSize(2).containsOnly(ONE.id());
        } finally {
            deployer.undeploy("jar-in-lib");
        }
    }

    @Test
    void wars_withAJarOfTheirOwn_callAsTheirOwnApplications() throws Exception {
        deployer.deploy("jar-in-wars");
        try {
            assertThat(callersAt("war-one", "war-two")).containsExactly(ONE.id(), TWO.id());
        } finally {
            deployer.undeploy("jar-in-wars");
        }
    }

    @Test
    void wars_ofEachDiscoveryMode_callOrSayWhyTheyCannot() throws Exception {
        ServerLog log = ServerLog.fromHere();
        deployer.deploy("modes");
        try {
            assertThat(callersAt("mode-absent", "mode-annotated", "mode-all")).hasSize(3);
            assertThat(log.read()).contains("bean-discovery-mode=\"none\"");
        } finally {
            deployer.undeploy("modes");
        }
    }

    /** The applications that the platform sees when these are asked for products, one after the other. */
    private static List<String> callersAt(String... contexts) throws Exception {
        int before = ONE.now();
        for (String context : contexts) {
            URI products = URI.create(
                    "http://127.0.0.1:" + System.getProperty("server.http.port") + "/" + context + "/products");
            assertThat(HTTP.send(HttpRequest.newBuilder(products).build(), BodyHandlers.ofString())
                            .body())
                    .as(context)
                    .isEqualTo("20");
        }
        return ONE.requestsSince(before).stream()
                .filter(request -> request.getString("path").contains("/pharmacy/products"))
                .map(request -> request.getString("app"))
                .toList();
    }
}
