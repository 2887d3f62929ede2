package io.github.buymed4j.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.it.SandboxApp;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The drill on a server, short: ten regenerations under traffic in each of three ways, and no call fails. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RotationDrillIT {

    private static final int THREADS = 16;
    private static final int ROTATIONS = 10;
    private static final SandboxApp STAGED = SandboxApp.named("drill staged");
    private static final SecretFiles STAGED_FILES = new SecretFiles(STAGED.clientSecret());
    private static final SandboxApp FILE = SandboxApp.named("drill file");
    private static final SecretFiles FILE_FILES = new SecretFiles(FILE.clientSecret());
    private static final SandboxApp PROPERTY = SandboxApp.named("drill property");

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "staged", testable = false)
    static WebArchive staged() {
        return DrillWar.named("drill-staged", STAGED, Rotation.STAGED.configuration(STAGED_FILES));
    }

    @Deployment(name = "file", testable = false)
    static WebArchive file() {
        return DrillWar.named("drill-file", FILE, Rotation.FILE.configuration(FILE_FILES));
    }

    /** Deployed once its secret is a system property. */
    @Deployment(name = "property", managed = false, testable = false)
    static WebArchive property() {
        return DrillWar.named("drill-property", PROPERTY, Rotation.PROPERTY.configuration(STAGED_FILES));
    }

    @Test
    void regenerate_stagedSecret_failsNoCall(@ArquillianResource @OperateOnDeployment("staged") URL base) {
        assertNothingLost(Rotation.STAGED.drill(URI.create(base.toString()), STAGED, STAGED_FILES, THREADS, ROTATIONS));
    }

    @Test
    void regenerate_fileReplacedWithinTheWait_failsNoCall(@ArquillianResource @OperateOnDeployment("file") URL base) {
        assertNothingLost(Rotation.FILE.drill(URI.create(base.toString()), FILE, FILE_FILES, THREADS, ROTATIONS));
    }

    @Test
    void regenerate_systemPropertyChangedWithinTheWait_failsNoCall(
            @ArquillianResource @OperateOnDeployment("staged") URL other) {
        Steering server = new Steering(URI.create(other.toString()));
        server.setProperty(PROPERTY.clientSecret());
        try {
            deployer.deploy("property");
            URI base = URI.create(other.toString()).resolve("/drill-property/");
            assertNothingLost(Rotation.PROPERTY.drill(base, PROPERTY, STAGED_FILES, THREADS, ROTATIONS));
            deployer.undeploy("property");
        } finally {
            server.clearProperty();
        }
    }

    private static void assertNothingLost(Report report) {
        System.out.println(report);
        assertThat(report.failed()).as(report.firstFailure()).isZero();
        assertThat(report.posts()).isPositive();
        assertThat(report.acceptedPosts()).as("each POST was processed once").isEqualTo(report.posts());
        assertThat(report.rejected())
                .as("the platform noticed each rotation, and no storm")
                .isBetween((long) ROTATIONS, (long) ROTATIONS * (THREADS + 2));
    }
}
