package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An EAR with the jar, its library and the configuration in {@code lib}, and a WAR with the beans. Payara Micro takes no EAR. */
@Tag("ear")
@ExtendWith(ArquillianExtension.class)
class EarIT {

    private static final SandboxApp APP = SandboxApp.named("ear");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        String configuration = ConsumerWar.properties(Map.of(
                "buymed/mp-rest/url", APP.url().toString(),
                "buymed.client-id", APP.clientId(),
                "buymed.client-secret-file",
                        SecretFile.holding(APP.clientSecret()).toString(),
                "buymed.access-token", APP.accessToken()));
        return ShrinkWrap.create(EnterpriseArchive.class, "packed.ear")
                .addAsModule(ConsumerWar.ofClasses("packed-shop"))
                .addAsLibraries(TestWar.productLibraries())
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "configuration.jar")
                        .addAsResource(new StringAsset(configuration), "META-INF/microprofile-config.properties"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "post", "post-later", "post-on-executor"})
    void call_ofAWarInAnEar_bringsItsReply(String call) {
        int before = APP.now();

        var outcome = new Probe(base).call(call);

        assertThat(outcome.trace()).isEmpty();
        assertThat(outcome.value()).isNotEmpty();
        assertThat(APP.requestsSince(before)).hasSize(1);
    }
}
