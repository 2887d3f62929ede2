package io.github.buymed4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.spi.Extension;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RefusedDeploymentIT {
    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "refused", managed = false, testable = false)
    static WebArchive refused() {
        return TestWar.named("refused")
                .addClass(RefusingExtension.class)
                .addAsServiceProvider(Extension.class, RefusingExtension.class);
    }

    @Deployment(name = "accepted", managed = false, testable = false)
    static WebArchive accepted() {
        return TestWar.named("accepted").addClasses(Greeting.class, GreetingServlet.class);
    }

    @Test
    void reason_deploymentWithAProblem_saysTheProblemEachTime() {
        assertThat(RefusedDeployment.reason(deployer, "refused")).contains(RefusingExtension.MESSAGE);

        assertThat(RefusedDeployment.reason(deployer, "refused")).contains(RefusingExtension.MESSAGE);
    }

    @Test
    void reason_deploymentWithoutAProblem_fails() {
        assertThatThrownBy(() -> RefusedDeployment.reason(deployer, "accepted"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("accepted");
    }
}
