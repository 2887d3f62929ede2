package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.pharmacy.PharmacyApi;
import io.github.buymed4j.server.RefusedDeployment;
import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An EAR with the jar, its library and the configuration in {@code lib}, and a WAR with the beans. Payara Micro takes no EAR. */
@Tag("ear")
@ExtendWith(ArquillianExtension.class)
class EarIT {

    private static final SandboxApp APP = SandboxApp.named("ear");

    private static final String CONFIGURATION = "META-INF/microprofile-config.properties";

    @ArquillianResource
    private URL base;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "packed", testable = false)
    static EnterpriseArchive packed() {
        return ear("packed", ConsumerWar.ofClasses("packed-shop"))
                .addAsModules(servletAlone("marked").addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml"))
                .addAsModules(servletAlone("unmarked"))
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "configuration.jar")
                        .addAsResource(configuration(), CONFIGURATION));
    }

    /** None of its classes has an annotation that makes it a bean. */
    private static WebArchive servletAlone(String name) {
        return ShrinkWrap.create(WebArchive.class, name + ".war").addClass(OrdersServlet.class);
    }

    @Deployment(name = "configuration in its WAR", managed = false, testable = false)
    static EnterpriseArchive configurationInItsWar() {
        return ear("wrapped", ConsumerWar.ofClasses("wrapped-shop").addAsResource(configuration(), CONFIGURATION));
    }

    /** The jar and its library in each WAR, the configuration in {@code lib}. */
    @Deployment(name = "jar in each WAR", managed = false, testable = false)
    static EnterpriseArchive jarInEachWar() {
        return ShrinkWrap.create(EnterpriseArchive.class, "apart.ear")
                .addAsModules(withJar("apart-shop"), withJar("apart-warehouse"))
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "configuration.jar")
                        .addAsResource(configuration(), CONFIGURATION));
    }

    private static WebArchive withJar(String name) {
        return ConsumerWar.ofClasses(name).addAsLibraries(TestWar.productLibraries());
    }

    private static EnterpriseArchive ear(String name, WebArchive war) {
        return ShrinkWrap.create(EnterpriseArchive.class, name + ".ear")
                .addAsModule(war)
                .addAsLibraries(TestWar.productLibraries());
    }

    private static StringAsset configuration() {
        return new StringAsset(ConsumerWar.properties(Map.of(
                "buymed/mp-rest/url", APP.url().toString(),
                "buymed.client-id", APP.clientId(),
                "buymed.client-secret-file",
                        SecretFile.holding(APP.clientSecret()).toString(),
                "buymed.access-token", APP.accessToken())));
    }

    @ParameterizedTest
    @OperateOnDeployment("packed")
    @ValueSource(strings = {"profile", "post", "post-later", "post-on-executor"})
    void call_ofAWarInAnEar_bringsItsReply(String call) throws Exception {
        int before = APP.now();

        var outcome = new Probe(at("/packed-shop/").toURL()).call(call);

        assertThat(outcome.trace()).isEmpty();
        assertThat(outcome.value()).isNotEmpty();
        assertThat(APP.requestsSince(before)).hasSize(1);
    }

    @Test
    @OperateOnDeployment("packed")
    void orders_ofAServletAloneWithABeansXml_areShown() throws Exception {
        assertThat(statusOf("marked")).isEqualTo(200);
    }

    /** The other servers inject there, too. */
    @Test
    @Tag("wildfly")
    @OperateOnDeployment("packed")
    void orders_ofAServletAloneWithoutABeansXml_areNotShown() throws Exception {
        assertThat(statusOf("unmarked")).isEqualTo(500);
    }

    @Test
    @Tag("wildfly")
    @OperateOnDeployment("packed")
    void deployment_withTheConfigurationInItsWar_isRefused() {
        assertThat(RefusedDeployment.reason(deployer, "configuration in its WAR"))
                .contains("buymed.client-id: is missing");
    }

    /** WildFly gives a REST client of the one WAR to the other one. */
    @Test
    @Tag("wildfly")
    @OperateOnDeployment("packed")
    void deployment_withTheJarInEachWar_isRefused() {
        assertThat(RefusedDeployment.reason(deployer, "jar in each WAR"))
                .contains(PharmacyApi.class.getName() + ": is in several archives of this EAR")
                .contains(Ordering.class.getName() + ": is in several archives of this EAR");
    }

    @Test
    @Tag("open-liberty")
    @OperateOnDeployment("packed")
    void call_ofEachWarWithItsJar_bringsItsReply() throws Exception {
        deployer.deploy("jar in each WAR");
        try {
            for (String war : List.of("/apart-shop/", "/apart-warehouse/")) {
                var outcome = new Probe(at(war).toURL()).call("profile");
                assertThat(outcome.trace()).as(war).isEmpty();
                assertThat(outcome.value()).as(war).isNotEmpty();
            }
        } finally {
            deployer.undeploy("jar in each WAR");
        }
    }

    private int statusOf(String war) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(at("/" + war + "/orders")).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private URI at(String path) {
        return URI.create(base.toString()).resolve(path);
    }
}
