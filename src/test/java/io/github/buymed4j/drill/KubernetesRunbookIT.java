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

/** As {@link RunbookIT}, with the secret in a volume that a played cluster mounts. */
@ExtendWith(ArquillianExtension.class)
class KubernetesRunbookIT {

    private static final Runbook RUNBOOK = new Runbook();
    private static final SandboxApp APP = SandboxApp.named("runbook pod");
    private static final SecretFiles FILES = new SecretFiles(APP.clientSecret());
    private static final PlayedCluster CLUSTER = new PlayedCluster();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        operator().run(RUNBOOK.under(Runbook.KUBERNETES).get(0), "");
        return DrillWar.named("runbook-pod", APP, RUNBOOK.configuredOnce(CLUSTER.mount()));
    }

    @Test
    void plannedRotation_asWritten_failsNoCall() {
        Steering traffic = new Steering(URI.create(base.toString()));

        traffic.begin(4);
        operator().run(RUNBOOK.under(Runbook.PLANNED).get(0), APP.regeneratedSecret() + "\n");
        operator().run(RUNBOOK.under(Runbook.KUBERNETES).get(0), "");
        JsonObject tally = traffic.end();

        assertThat(tally.getInt("failed")).as(tally.getString("firstFailure")).isZero();
        traffic.begin(1);
        assertThat(traffic.end().getInt("failed")).isZero();
    }

    /** As the External Secrets operator changes the Secret that is mounted. */
    @Test
    void mountedSecret_changedWithoutStaging_failsNoCall() {
        Steering traffic = new Steering(URI.create(base.toString()));

        traffic.begin(4);
        FILES.replace(APP.regeneratedSecret());
        operator().run(RUNBOOK.under(Runbook.KUBERNETES).get(0), "");
        JsonObject tally = traffic.end();

        assertThat(tally.getInt("failed")).as(tally.getString("firstFailure")).isZero();
        traffic.begin(1);
        assertThat(traffic.end().getInt("failed")).isZero();
    }

    private static Shell operator() {
        return Shell.with(
                CLUSTER.programs(),
                Map.of(
                        "SECRETS",
                        FILES.folder().toString(),
                        "MOUNT",
                        CLUSTER.mount().toString()));
    }
}
