package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.pharmacy.Pharmacy;
import io.github.buymed4j.pharmacy.Profile;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;
import org.jboss.weld.junit.MockBean;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.Test;

@EnableWeld
class TryPageTest {

    private final String secret = Canary.secret();
    private final String token = Canary.accessToken();
    private final Config config = SettableSource.config(SettableSource.of(
            Map.of("buymed.client-id", "buymed_app_1", "buymed.client-secret", secret, "buymed.access-token", token)));

    @WeldSetup
    WeldInitiator weld = WeldInitiator.from(BuymedConfig.class, CredentialsRegistry.class)
            .addBeans(MockBean.<Config>builder()
                    .types(Config.class)
                    .creating(config)
                    .build())
            .build();

    private final Pharmacy pharmacy = new Pharmacy() {
        @Override
        public Profile profile() {
            return new Profile(7L, null, "Nhà thuốc", null);
        }
    };

    @Test
    void callProfile_answered_showsWhoseItIs() {
        TryPage page = page(data -> data);

        page.callProfile();

        assertThat(outcome(page).success()).isTrue();
        assertThat(outcome(page).detail()).isEqualTo("Nhà thuốc, customer 7");
    }

    @Test
    void callEndpoint_replyThatRepeatsTheSecrets_isShownWithoutThem() {
        TryPage page = page(data -> Json.createObjectBuilder()
                .add("Client-Secret", secret)
                .add("Authorization", "Bearer " + token)
                .build());

        page.callEndpoint();

        assertThat(outcome(page).success()).isTrue();
        assertThat(outcome(page).detail()).contains("Client-Secret").doesNotContain(secret, token);
    }

    @Test
    void callEndpoint_longReply_isShownInPart() {
        TryPage page = page(data ->
                Json.createObjectBuilder().add("long", "x".repeat(10_000)).build());

        page.callEndpoint();

        assertThat(outcome(page).detail()).hasSize(601).endsWith("…");
    }

    private TryPage page(Example example) {
        BuymedConfig buymed = weld.select(BuymedConfig.class).get();
        CredentialsRegistry registry = weld.select(CredentialsRegistry.class).get();
        HttpServletRequest visitor = new Visitor().request();
        ApplicationChoice applications = new ApplicationChoice(buymed, visitor, new Language(visitor));
        return new TryPage(buymed, registry, applications, example, pharmacy);
    }

    private static Outcome outcome(TryPage page) {
        return Objects.requireNonNull(page.getOutcome());
    }
}
