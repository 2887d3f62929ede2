package io.github.buymed4j.drill;

import io.github.buymed4j.it.SandboxApp;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class PropertyRotationIT {

    private static final SandboxApp APP = SandboxApp.named("drill");
    private static final SecretFiles FILES = new SecretFiles(APP.clientSecret());

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return Rotation.PROPERTY.war("drill-property", APP, FILES, Rotation.CHECK_INTERVAL);
    }

    @Test
    void regenerate_systemPropertyChangedWithinTheWait_failsNoCall() {
        RotationDrill.assertLosesNothing(Rotation.PROPERTY, base, APP, FILES);
    }
}
