package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.server.RefusedDeployment;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** WARs whose beans are discovered in other ways than by the empty {@code beans.xml} of all other tests. */
@ExtendWith(ArquillianExtension.class)
class DiscoveryIT {

    private static final SandboxApp APP = SandboxApp.named("discovery");
    private static final String ALL = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="all"/>
            """;

    private static final String NONE = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="none"/>
            """;

    @ArquillianResource
    private URL base;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "all", testable = false)
    static WebArchive all() {
        return withoutBeansXml("discovery-all").addAsWebInfResource(new StringAsset(ALL), "beans.xml");
    }

    @Deployment(name = "by annotations", testable = false)
    static WebArchive byAnnotations() {
        return withoutBeansXml("discovery-by-annotations");
    }

    @Deployment(name = "none", managed = false, testable = false)
    static WebArchive none() {
        return withoutBeansXml("discovery-none").addAsWebInfResource(new StringAsset(NONE), "beans.xml");
    }

    private static WebArchive withoutBeansXml(String name) {
        WebArchive war = ConsumerWar.of(
                name, APP.url(), APP.clientId(), APP.clientSecret(), Map.of("buymed.access-token", APP.accessToken()));
        war.delete("/WEB-INF/beans.xml");
        return war;
    }

    @Test
    @OperateOnDeployment("all")
    void calls_ofAWarWhereAllClassesAreBeans_bringTheirReplies() {
        assertCalls();
    }

    @Test
    @OperateOnDeployment("by annotations")
    void calls_ofAWarWithoutABeansXml_bringTheirReplies() {
        assertCalls();
    }

    /** By the server, which knows no REST client of the WAR, or by buymed4j where the server has no CDI for it. */
    @Test
    @OperateOnDeployment("all")
    void deployment_ofAWarWhereNoClassIsABean_isRefused() {
        assertThat(RefusedDeployment.reason(deployer, "none")).containsAnyOf("WELD-001408", "bean-discovery-mode");
    }

    private void assertCalls() {
        Probe probe = new Probe(base);
        for (String call : new String[] {"profile", "post", "post-later"}) {
            Probe.Outcome outcome = probe.call(call);

            assertThat(outcome.trace()).as(call).isEmpty();
            assertThat(outcome.value()).as(call).isNotEmpty();
        }
    }
}
