package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.rest.AccessTokens;
import io.github.buymed4j.security.AuditEntry;
import io.github.buymed4j.security.AuditTrail;
import io.github.buymed4j.security.OperatorAction;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.jboss.weld.junit.MockBean;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.Test;

@EnableWeld
class TryPageTest {

    private static final JsonObject PROFILE = Json.createObjectBuilder()
            .add(
                    "data",
                    Json.createArrayBuilder()
                            .add(Json.createObjectBuilder().add("customerID", 7).add("name", "Nhà thuốc")))
            .build();

    private final String secret = Canary.secret();
    private final String token = Canary.accessToken();
    private final Config config = SettableSource.config(SettableSource.of(
            Map.of("buymed.client-id", "buymed_app_1", "buymed.client-secret", secret, "buymed.access-token", token)));

    @WeldSetup
    WeldInitiator weld = WeldInitiator.from(BuymedConfig.class, CredentialsRegistry.class, AuditTrail.class)
            .addBeans(MockBean.<Config>builder()
                    .types(Config.class)
                    .creating(config)
                    .build())
            .build();

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
        assertThat(page.getReply()).contains("Client-Secret").doesNotContain(secret, token);
    }

    @Test
    void callEndpoint_longReply_isShownInPart() {
        TryPage page = page(data ->
                Json.createObjectBuilder().add("long", "x".repeat(10_000)).build());

        page.callEndpoint();

        assertThat(outcome(page).detail()).hasSize(601).endsWith("…");
    }

    @Test
    void callEndpoint_anyOutcome_isAnActionOfTheOperator() {
        page(data -> data).callEndpoint();

        assertThat(weld.select(AuditTrail.class).get().latest())
                .first()
                .extracting(AuditEntry::text)
                .isEqualTo("BUYMED-5003 console: default application, an.nguyen sent a request to the platform: POST"
                        + " /v1/endpoint: Success");
    }

    /** A platform that answers the example of a request so. */
    private TryPage page(UnaryOperator<JsonObject> platform) {
        BuymedConfig buymed = weld.select(BuymedConfig.class).get();
        CredentialsRegistry registry = weld.select(CredentialsRegistry.class).get();
        HttpServletRequest visitor = new Visitor().request();
        ApplicationChoice applications = new ApplicationChoice(buymed, visitor, new Language(visitor));
        OperatorActions actions = new OperatorActions(weld.event().select(OperatorAction.class), visitor);
        AccessTokens none = new Fake().as(AccessTokens.class);
        Example example = new Fake()
                .with("post", data -> platform.apply((JsonObject) data[0]))
                .with("profile", nothing -> PROFILE)
                .as(Example.class);
        return new TryPage(buymed, registry, none, applications, actions, new Exchange(), example);
    }

    private static Outcome outcome(TryPage page) {
        return Objects.requireNonNull(page.getOutcome());
    }
}
