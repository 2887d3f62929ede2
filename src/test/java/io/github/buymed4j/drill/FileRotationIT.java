package io.github.buymed4j.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.it.SandboxApp;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class FileRotationIT {

    private static final SandboxApp APP = SandboxApp.named("drill");
    private static final SecretFiles FILES = new SecretFiles(APP.clientSecret());

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return Rotation.FILE.war("drill-file", APP, FILES, Rotation.CHECK_INTERVAL);
    }

    @Test
    void regenerate_fileReplacedWithinTheWait_failsNoCall() {
        RotationDrill.assertLosesNothing(Rotation.FILE, base, APP, FILES);
    }

    @Test
    void vaultAgent_rendersTheRegeneratedSecret_failsNoCall() {
        Steering traffic = new Steering(URI.create(base.toString()));
        PlayedVaultAgent agent = new PlayedVaultAgent(FILES.folder(), "client-secret");

        traffic.begin(4);
        agent.render(Map.of("client_secret", APP.regeneratedSecret()));
        JsonObject tally = traffic.end();

        assertThat(tally.getInt("failed")).as(tally.getString("firstFailure")).isZero();
        traffic.begin(1);
        assertThat(traffic.end().getInt("failed")).isZero();
    }
}
