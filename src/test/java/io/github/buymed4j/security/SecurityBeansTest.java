package io.github.buymed4j.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.credentials.CredentialsProvider;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.OwnConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.internal.config.ThreadConfig;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The audit and its trail in a container. */
class SecurityBeansTest {

    private final String canary = Canary.secret();
    private final SettableSource source = SettableSource.of(Map.of(
            "buymed.client-id", "buymed_app_1",
            "buymed.client-secret", "s3cret",
            "buymed.client-secret.next", canary,
            "buymed/mp-rest/url", "https://open-apis.sbx.buymed.tech"));
    private final Config config = SettableSource.config(source);
    private final ThreadConfig atDeployment = new ThreadConfig(config);
    private final SeContainer container = SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addExtensions(new OwnConfig(config), new SecurityExtension())
            .addBeanClasses(BuymedConfig.class, CredentialsRegistry.class, SecurityAudit.class, AuditTrail.class)
            .initialize();
    private final AuditTrail trail = container.select(AuditTrail.class).get();

    @AfterEach
    void end() throws IOException {
        container.close();
        atDeployment.close();
    }

    @Test
    void start_somethingToMend_isInTheTrail() {
        assertThat(trail.latest()).extracting(AuditEntry::id).contains("BUYMED-2007");
    }

    @Test
    void run_onDemand_findsWhatHasChangedSince() {
        SecurityAudit audit = container.select(SecurityAudit.class).get();
        assertThat(audit.run()).extracting(Finding::rule).doesNotContain(Rule.UNUSABLE_STAGED_SECRET);

        source.set("buymed.client-secret.next", "changeme");

        assertThat(audit.run()).extracting(Finding::rule).contains(Rule.UNUSABLE_STAGED_SECRET);
        assertThat(trail.latest()).extracting(AuditEntry::id).contains("BUYMED-2011");
    }

    @Test
    void latest_afterARotation_hasItNewestFirstWithoutSecrets() {
        CredentialsProvider provider =
                container.select(CredentialsRegistry.class).get().of(ApplicationName.DEFAULT);
        provider.accepted(provider.replacementFor(provider.current()));

        assertThat(trail.latest())
                .extracting(AuditEntry::id)
                .startsWith("BUYMED-1004", "BUYMED-1002", "BUYMED-1003", "BUYMED-1001");
        assertThat(trail.latest())
                .filteredOn(AuditEntry::alarming)
                .extracting(AuditEntry::id)
                .contains("BUYMED-1003");
        assertThat(trail.latest().toString()).doesNotContain(canary);
    }

    @Test
    void latest_moreThanAreKept_forgetsTheOldest() {
        SecurityAudit audit = container.select(SecurityAudit.class).get();
        for (int i = 0; i < AuditTrail.KEPT; i++) {
            audit.run();
        }

        assertThat(trail.latest()).hasSize(AuditTrail.KEPT);
    }

    @Test
    void latest_anOperatorsAction_isThereWithWhoDidIt() {
        container
                .getBeanManager()
                .getEvent()
                .fire(new OperatorAction(
                        OperatorAction.Type.PROBED, true, Instant.EPOCH, "an.nguyen", ApplicationName.DEFAULT, "once"));

        AuditEntry entry = trail.latest().get(0);
        assertThat(entry.id()).isEqualTo("BUYMED-5003");
        assertThat(entry.detail()).startsWith("an.nguyen sent a request").endsWith(": once");
        assertThat(entry.text())
                .isEqualTo("BUYMED-5003 console: default application, an.nguyen sent a request to see whether the"
                        + " platform accepts the credentials: once");
    }

    @Test
    void latest_anActionThatWasRefused_saysSo() {
        container
                .getBeanManager()
                .getEvent()
                .fire(new OperatorAction(
                        OperatorAction.Type.DISCONNECTED, false, Instant.EPOCH, "an.nguyen", null, "it is gone"));

        assertThat(trail.latest().get(0).text())
                .isEqualTo("BUYMED-5003 console: an.nguyen could not disconnect a pharmacy: it is gone");
    }

    @Test
    void latest_ofTheAudit_isTheReportOfItsLastRun() {
        SecurityAudit audit = container.select(SecurityAudit.class).get();
        assertThat(audit.latest().findings()).extracting(Finding::id).contains("BUYMED-2007");

        source.set("buymed.client-secret.next", "changeme");
        audit.run();

        assertThat(audit.latest().findings()).extracting(Finding::id).contains("BUYMED-2011");
    }
}
