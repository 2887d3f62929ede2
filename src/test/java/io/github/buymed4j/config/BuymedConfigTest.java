package io.github.buymed4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.buymed4j.Canary;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuymedConfigTest {

    private static final ApplicationName SHOP = new ApplicationName("shop");

    @Test
    void settings_nothingGiven_areTheDefaults() {
        Settings settings = SettableSource.of(Map.of()).buymedConfig().settings();

        assertThat(settings.apiUrl()).hasToString("https://open-apis.buymed.com");
        assertThat(settings.apiOrigin()).isEqualTo(new Origin("https", "open-apis.buymed.com", 443));
        assertThat(settings.serviceRegion()).isEqualTo("vn");
        assertThat(settings.credentialsCheckInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.credentialsRotationWait()).isZero();
        assertThat(settings.securityEnforced()).isTrue();
    }

    @Test
    void applications_namedByKeys_areFoundWithTheDefaultFirst() {
        BuymedConfig config = SettableSource.of(Map.of(
                        "buymed.app.shop.client-id", "a",
                        "buymed.app.shop.client-secret", "b",
                        "buymed.app.Cho_Thuoc-2.service-region", "th",
                        "buymed.app.", "no name",
                        "buymed.application.x", "another key"))
                .buymedConfig();

        assertThat(config.applications())
                .containsExactly(ApplicationName.DEFAULT, new ApplicationName("Cho_Thuoc-2"), SHOP);
    }

    @Test
    void settings_ofANamedApplication_fallBackToTheDefaultApplications() {
        BuymedConfig config = SettableSource.of(Map.of(
                        "buymed.service-region", "th",
                        "buymed.credentials.check-interval", "PT2S",
                        "buymed.app.shop.credentials.check-interval", "PT3S"))
                .buymedConfig();

        assertThat(config.settings(SHOP).serviceRegion()).isEqualTo("th");
        assertThat(config.settings(SHOP).credentialsCheckInterval()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.settings().credentialsCheckInterval()).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CLIENT_ID",
                "CLIENT_SECRET",
                "CLIENT_SECRET_FILE",
                "CREDENTIALS_FILE",
                "CLIENT_SECRET_NEXT",
                "CLIENT_SECRET_NEXT_FILE",
                "ACCESS_TOKEN"
            })
    void read_credentialOfANamedApplication_isNeverTheDefaultApplications(ConfigKey key) {
        SettableSource source = SettableSource.of(Map.of(key.key(), Canary.secret()));
        BuymedConfig config = source.buymedConfig();

        assertThat(config.read(key, SHOP)).isEmpty();

        String own = Canary.secret();
        source.set(key.key(SHOP), own);
        assertThat(config.read(key, SHOP).map(Reading::value)).contains(Secret.of(own));
    }

    @Test
    void problems_ofANamedApplication_nameTheKeyThatTheValueStandsUnder() {
        BuymedConfig config = SettableSource.of(Map.of(
                        "buymed.service-region", "Viet Nam",
                        "buymed.app.shop.quota.per-hour", "many"))
                .buymedConfig();

        assertThat(config.problems())
                .extracting(ConfigurationProblem::subject)
                .containsExactly("buymed.service-region", "buymed.app.shop.quota.per-hour");
    }

    @Test
    void read_expressionThatLeadsNowhere_namesTheKeyAndNothingElse() {
        String canary = Canary.secret();
        BuymedConfig config = SettableSource.of(Map.of("buymed.client-secret", canary + "${not.there}"))
                .buymedConfig();

        assertThatThrownBy(() -> config.read(ConfigKey.CLIENT_SECRET, ApplicationName.DEFAULT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("buymed.client-secret: cannot be evaluated")
                .hasMessageNotContaining(canary)
                .hasNoCause();
    }

    @Test
    void readAll_severalSources_givesThemInTheirOrder() {
        SettableSource low = new SettableSource("low", 100).set("buymed.client-id", "l");
        SettableSource high = new SettableSource("high", 200).set("buymed.client-id", "h");
        BuymedConfig config = new BuymedConfig(SettableSource.config(low, high));

        assertThat(config.readAll(ConfigKey.CLIENT_ID, ApplicationName.DEFAULT))
                .extracting(Reading::source, Reading::ordinal)
                .containsExactly(tuple("high", 200), tuple("low", 100));
    }

    @Test
    void applicationName_withOtherCharacters_isRefused() {
        assertThatThrownBy(() -> new ApplicationName("a.b")).isInstanceOf(IllegalArgumentException.class);
        assertThat(ApplicationName.DEFAULT).hasToString("default application");
        assertThat(SHOP).hasToString("application shop");
    }
}
