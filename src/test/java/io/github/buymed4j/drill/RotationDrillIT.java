package io.github.buymed4j.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.it.SandboxApp;
import java.net.URI;
import java.net.URL;
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
    private static final SecretFiles PROPERTY_FILES = new SecretFiles(PROPERTY.clientSecret());

    @Deployment(name = "staged", order = 1, testable = false)
    static WebArchive staged() {
        return Rotation.STAGED.war("drill-staged", STAGED, STAGED_FILES);
    }

    @Deployment(name = "file", order = 1, testable = false)
    static WebArchive file() {
        return Rotation.FILE.war("drill-file", FILE, FILE_FILES);
    }

    /** The last one deployed: the others would see its system property. */
    @Deployment(name = "property", order = 2, testable = false)
    static WebArchive property() {
        return Rotation.PROPERTY.war("drill-property", PROPERTY, PROPERTY_FILES);
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
            @ArquillianResource @OperateOnDeployment("property") URL base) {
        assertNothingLost(
                Rotation.PROPERTY.drill(URI.create(base.toString()), PROPERTY, PROPERTY_FILES, THREADS, ROTATIONS));
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
