package io.github.buymed4j.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.it.SandboxApp;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Does what {@code docs/rotation.md} says, command by command, while a WAR that is configured as it says calls the platform. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RunbookIT {

    private static final String ONCE = "Once, before the first rotation";
    private static final String PLANNED = "Planned rotation";
    private static final String BY_FILE = "Rotation by file";
    private static final String KUBERNETES = "Kubernetes";
    private static final Runbook RUNBOOK = new Runbook();

    private static final SandboxApp APP = SandboxApp.named("runbook");
    private static final SecretFiles FILES = new SecretFiles(APP.clientSecret());
    private static final SandboxApp POD = SandboxApp.named("runbook pod");
    private static final SecretFiles POD_FILES = new SecretFiles(POD.clientSecret());
    private static final PlayedCluster CLUSTER = new PlayedCluster();

    @Deployment(name = "node", testable = false)
    static WebArchive node() {
        return DrillWar.named("runbook-node", APP, configuredOnce(FILES.folder()));
    }

    @Deployment(name = "pod", testable = false)
    static WebArchive pod() {
        cluster().run(RUNBOOK.under(KUBERNETES).get(0), "");
        return DrillWar.named("runbook-pod", POD, configuredOnce(CLUSTER.mount()));
    }

    @Test
    void runbook_eachCommand_isOfASectionThatIsDoneHere() {
        assertThat(RUNBOOK.blocks()).containsOnlyKeys(ONCE, PLANNED, BY_FILE, KUBERNETES);
        assertThat(RUNBOOK.under(ONCE)).hasSize(1);
        assertThat(RUNBOOK.under(PLANNED)).hasSize(2);
        assertThat(RUNBOOK.under(BY_FILE)).hasSize(1);
        assertThat(RUNBOOK.under(KUBERNETES)).hasSize(1);
    }

    @Test
    void plannedRotation_asWritten_failsNoCall(@ArquillianResource @OperateOnDeployment("node") URL base)
            throws IOException {
        Steering traffic = new Steering(URI.create(base.toString()));
        List<String> steps = RUNBOOK.under(PLANNED);

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
    void rotationByFile_asWritten_failsNoCall(@ArquillianResource @OperateOnDeployment("node") URL base) {
        Steering traffic = new Steering(URI.create(base.toString()));

        traffic.begin(4);
        shell().run(RUNBOOK.under(BY_FILE).get(0), APP.regeneratedSecret() + "\n");
        JsonObject tally = traffic.end();

        assertThat(tally.getInt("failed")).as(tally.getString("firstFailure")).isZero();
        assertAccepted(traffic);
    }

    @Test
    void rotationOnKubernetes_asWritten_failsNoCall(@ArquillianResource @OperateOnDeployment("pod") URL base) {
        Steering traffic = new Steering(URI.create(base.toString()));

        traffic.begin(4);
        Shell operator = cluster();
        operator.run(RUNBOOK.under(PLANNED).get(0), POD.regeneratedSecret() + "\n");
        operator.run(RUNBOOK.under(KUBERNETES).get(0), "");
        JsonObject tally = traffic.end();

        assertThat(tally.getInt("failed")).as(tally.getString("firstFailure")).isZero();
        assertAccepted(traffic);
    }

    /** A call that begins now goes through. */
    private static void assertAccepted(Steering traffic) {
        traffic.begin(1);
        assertThat(traffic.end().getInt("failed")).isZero();
    }

    /** The runbook's exports, as MicroProfile Config finds them. */
    private static Map<String, String> configuredOnce(Path secrets) {
        String exported = new Shell(Map.of("SECRETS", secrets.toString()))
                .run(RUNBOOK.under(ONCE).get(0) + "env", "");
        Map<String, String> configuration = new HashMap<>();
        for (ConfigKey key : ConfigKey.values()) {
            String variable = key.key().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
            exported.lines()
                    .filter(line -> line.startsWith(variable + "="))
                    .forEach(line -> configuration.put(key.key(), line.substring(variable.length() + 1)));
        }
        assertThat(configuration).hasSize(3);
        return configuration;
    }

    private static Shell shell() {
        return new Shell(Map.of("SECRETS", FILES.folder().toString()));
    }

    private static Shell cluster() {
        return Shell.with(
                CLUSTER.programs(),
                Map.of(
                        "SECRETS",
                        POD_FILES.folder().toString(),
                        "MOUNT",
                        CLUSTER.mount().toString()));
    }
}
