package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.console.OverviewPage.Row;
import io.github.buymed4j.credentials.CredentialsProvider;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.CredentialsRejectedException;
import io.github.buymed4j.credentials.CredentialsStatus;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.rest.PipelineFixture;
import io.github.buymed4j.security.AuditEntry;
import io.github.buymed4j.security.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;
import org.jboss.weld.junit.MockBean;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.Test;

@EnableWeld
class OverviewPageTest {

    private final String secret = Canary.secret();
    private final Config config = SettableSource.config(SettableSource.of(Map.of(
            "buymed.client-id", "buymed_app_1",
            "buymed.client-secret", secret,
            "buymed.app.warehouse.service-region", "th")));

    @WeldSetup
    WeldInitiator weld = WeldInitiator.from(BuymedConfig.class, CredentialsRegistry.class, AuditTrail.class)
            .addBeans(MockBean.<Config>builder()
                    .types(Config.class)
                    .creating(config)
                    .build())
            .build();

    @Test
    void application_beforeAnyCall_isShownAsConfigured() {
        Row row = rows().get(0);

        CredentialsStatus status = Objects.requireNonNull(row.status());
        assertThat(status.credentials().clientId()).isEqualTo("buymed_app_1");
        assertThat(status.credentials().source()).hasToString("buymed.client-secret from test (ordinal 400)");
        assertThat(row.region()).isEqualTo("vn");
        assertThat(row.apiAddress()).isEqualTo("https://open-apis.buymed.com");
        assertThat(row.state()).isEqualTo("untried");
        assertThat(row.suffix()).isEmpty();
    }

    @Test
    void application_acceptedByThePlatform_saysSo() {
        credentials().accepted(credentials().current());

        assertThat(rows().get(0).state()).isEqualTo("accepted");
    }

    @Test
    void application_rejectedByThePlatform_saysSinceWhen() {
        assertThat(catchThrowable(
                        () -> credentials().replacementFor(credentials().current())))
                .isInstanceOf(CredentialsRejectedException.class);

        assertThat(rows().get(0).state()).isEqualTo("rejected");
        assertThat(Objects.requireNonNull(rows().get(0).status()).rejectedSince())
                .isPresent();
    }

    @Test
    void application_withoutCredentials_isShownWithWhatIsMissing() {
        Row row = rows().get(1);

        assertThat(row.name().value()).isEqualTo("warehouse");
        assertThat(row.suffix()).isEqualTo("-warehouse");
        assertThat(row.state()).isEqualTo("unconfigured");
        assertThat(row.problems().toString()).contains("buymed.app.warehouse.client-id");
    }

    @Test
    void timeline_ofAnApplication_hasItsOwnEventsOnly() {
        credentials();

        assertThat(rows().get(0).timeline()).extracting(AuditEntry::id).containsExactly("BUYMED-1001");
        assertThat(rows().get(1).timeline()).isEmpty();
        assertThat(rows().toString()).doesNotContain(secret);
    }

    private List<Row> rows() {
        BuymedConfig buymed = weld.select(BuymedConfig.class).get();
        CredentialsRegistry registry = weld.select(CredentialsRegistry.class).get();
        AuditTrail trail = weld.select(AuditTrail.class).get();
        HttpServletRequest visitor = new Visitor().request();
        Language language = new Language(visitor);
        return new OverviewPage(
                        buymed,
                        registry,
                        PipelineFixture.of(buymed, registry),
                        trail,
                        new ApplicationChoice(buymed, visitor, language),
                        new OperatorActions(),
                        language)
                .getApplications();
    }

    private CredentialsProvider credentials() {
        return weld.select(CredentialsRegistry.class).get().of(ApplicationName.DEFAULT);
    }
}
