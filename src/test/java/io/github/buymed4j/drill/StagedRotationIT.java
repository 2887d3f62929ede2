package io.github.buymed4j.drill;

import io.github.buymed4j.it.SandboxApp;
import java.net.URL;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class StagedRotationIT {

    /** Short, because each rotation waits for it twice. */
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(100);

    private static final SandboxApp APP = SandboxApp.named("drill");
    private static final SecretFiles FILES = new SecretFiles(APP.clientSecret());

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return Rotation.STAGED.war("drill-staged", APP, FILES, CHECK_INTERVAL);
    }

    @Test
    void regenerate_stagedSecret_failsNoCall() {
        RotationDrill.assertLosesNothing(Rotation.STAGED, base, APP, FILES);
    }
}
