package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.credentials.CredentialsProvider;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.CredentialsRejectedException;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.pharmacy.Pharmacy;
import io.github.buymed4j.pharmacy.Profile;
import jakarta.json.Json;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;
import org.jboss.weld.junit.MockBean;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.Test;

@EnableWeld
class ConsolePageTest {

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
    void figures_beforeAnyCall_areThoseOfTheConfiguration() {
        ConsolePage page = page(data -> data);

        assertThat(page.getCredentials().clientId()).isEqualTo("buymed_app_1");
        assertThat(page.getCredentials().source()).hasToString("buymed.client-secret from test (ordinal 400)");
        assertThat(page.getServiceRegion()).isEqualTo("vn");
        assertThat(page.getApiAddress()).isEqualTo("https://open-apis.buymed.com");
        assertThat(page.getState()).isEqualTo("Not tried yet");
        assertThat(page.getOutcome()).isNull();
    }

    @Test
    void state_acceptedByThePlatform_saysSo() {
        credentials().accepted(credentials().current());

        assertThat(page(data -> data).getState()).isEqualTo("Accepted by the platform");
        assertThat(page(data -> data).isRejected()).isFalse();
    }

    @Test
    void state_rejectedByThePlatform_saysSinceWhen() {
        assertThat(catchThrowable(
                        () -> credentials().replacementFor(credentials().current())))
                .isInstanceOf(CredentialsRejectedException.class);

        assertThat(page(data -> data).getState()).matches("Rejected by the platform since 20\\S+Z");
        assertThat(page(data -> data).isRejected()).isTrue();
    }

    @Test
    void callProfile_answered_showsWhoseItIs() {
        ConsolePage page = page(data -> data);

        page.callProfile();

        assertThat(outcome(page).success()).isTrue();
        assertThat(outcome(page).detail()).isEqualTo("Nhà thuốc, customer 7");
    }

    @Test
    void callEndpoint_replyThatRepeatsTheSecrets_isShownWithoutThem() {
        ConsolePage page = page(data -> Json.createObjectBuilder()
                .add("Client-Secret", secret)
                .add("Authorization", "Bearer " + token)
                .build());

        page.callEndpoint();

        assertThat(outcome(page).success()).isTrue();
        assertThat(outcome(page).detail()).contains("Client-Secret").doesNotContain(secret, token);
    }

    @Test
    void callEndpoint_longReply_isShownInPart() {
        ConsolePage page = page(data ->
                Json.createObjectBuilder().add("long", "x".repeat(10_000)).build());

        page.callEndpoint();

        assertThat(outcome(page).detail()).hasSize(601).endsWith("…");
    }

    private ConsolePage page(Example example) {
        BuymedConfig buymed = weld.select(BuymedConfig.class).get();
        CredentialsRegistry registry = weld.select(CredentialsRegistry.class).get();
        return new ConsolePage(buymed, registry, example, pharmacy);
    }

    private CredentialsProvider credentials() {
        return weld.select(CredentialsRegistry.class).get().of(ApplicationName.DEFAULT);
    }

    private static Outcome outcome(ConsolePage page) {
        return Objects.requireNonNull(page.getOutcome());
    }
}
