package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.credentials.CredentialsRejectedException;
import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
import jakarta.inject.Inject;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A further application's calls carry its credentials: the default application's are worth nothing here. */
@ExtendWith(ArquillianExtension.class)
class ApplicationsIT {

    @Inject
    private Branch branch;

    @Deployment
    static WebArchive war() {
        SandboxApp dead = SandboxApp.named("default");
        String staleSecret = dead.clientSecret();
        dead.regeneratedSecret();
        SandboxApp app = SandboxApp.named("branch");
        return TestWar.withAssertions(TestWar.named("applications"))
                .addAsLibraries(TestWar.productLibraries())
                .addClasses(Branch.class, Branch.Counter.class, Ordering.Data.class, Ordering.class)
                .addAsResource(
                        new StringAsset(ConsumerWar.properties(Map.of(
                                "buymed/mp-rest/url", app.url().toString(),
                                "buymed.client-id", dead.clientId(),
                                "buymed.client-secret-file",
                                        SecretFile.holding(staleSecret).toString(),
                                "buymed.app.branch.client-id", app.clientId(),
                                "buymed.app.branch.client-secret-file",
                                        SecretFile.holding(app.clientSecret()).toString(),
                                "buymed.app.branch.access-token", app.accessToken()))),
                        "META-INF/microprofile-config.properties");
    }

    @Test
    void call_throughTheNamedFacadeAndInterface_isAccepted() {
        assertThat(branch.profileOfBranch()).isNotEmpty();
        assertThat(branch.post("chi nhánh")).isEqualTo("chi nhánh");
    }

    @Test
    void call_throughTheOrdinaryFacade_isTheDefaultApplicationsAndRejected() {
        assertThatThrownBy(branch::profileOfDefault)
                .isInstanceOf(CredentialsRejectedException.class)
                .hasMessageContaining("default application");
    }
}
