package io.github.buymed4j.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.it.SandboxApp;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Does what {@code docs/rotation.md} says, command by command, while a WAR that is configured as it says calls the platform. */
@ExtendWith(ArquillianExtension.class)
class RunbookIT {

    private static final Runbook RUNBOOK = new Runbook();

    private static final SandboxApp APP = SandboxApp.named("runbook");
    private static final SecretFiles FILES = new SecretFiles(APP.clientSecret());

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive node() {
        return DrillWar.named("runbook-node", APP, RUNBOOK.configuredOnce(FILES.folder()));
    }

    @Test
    void runbook_eachCommand_isOfASectionThatIsDoneHere() {
        assertThat(RUNBOOK.blocks())
                .containsOnlyKeys(Runbook.ONCE, Runbook.PLANNED, Runbook.BY_FILE, Runbook.KUBERNETES);
        assertThat(RUNBOOK.under(Runbook.ONCE)).hasSize(1);
        assertThat(RUNBOOK.configuredOnce(FILES.folder())).hasSize(3);
        assertThat(RUNBOOK.under(Runbook.PLANNED)).hasSize(2);
        assertThat(RUNBOOK.under(Runbook.BY_FILE)).hasSize(1);
        assertThat(RUNBOOK.under(Runbook.KUBERNETES)).hasSize(1);
    }

    @Test
    void plannedRotation_asWritten_failsNoCall() throws IOException {
        Steering traffic = new Steering(URI.create(base.toString()));
        List<String> steps = RUNBOOK.under(Runbook.PLANNED);

        traffic.begin(4);
        String secret = APP.regeneratedSecret();
        shell().run(steps.get(0), secret + "\n");
        traffic.end(); // the staged secret works: the calls that waited are over
        traffic.begin(4);
        shell().run(steps.get(1), "");
        JsonObject tally = traffic.end();

        assertThat(tally.getInt("failed")).as(tally.getString("firstFailure")).isZero();
        assertThat(Files.readString(FILES.current()).strip()).isEqualTo(secret);
        assertThat(FILES.next()).doesNotExist();
        assertAccepted(traffic);
    }

    @Test
    void rotationByFile_asWritten_failsNoCall() {
        Steering traffic = new Steering(URI.create(base.toString()));

        traffic.begin(4);
        shell().run(RUNBOOK.under(Runbook.BY_FILE).get(0), APP.regeneratedSecret() + "\n");
        JsonObject tally = traffic.end();

        assertThat(tally.getInt("failed")).as(tally.getString("firstFailure")).isZero();
        assertAccepted(traffic);
    }

    /** A call that begins now goes through. */
    private static void assertAccepted(Steering traffic) {
        traffic.begin(1);
        assertThat(traffic.end().getInt("failed")).isZero();
    }

    private static Shell shell() {
        return new Shell(Map.of("SECRETS", FILES.folder().toString()));
    }
}
