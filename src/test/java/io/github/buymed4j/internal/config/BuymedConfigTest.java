package io.github.buymed4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuymedConfigTest {

    private static final List<ConfigKey<?>> VERBATIM = List.of(
            ConfigKey.CLIENT_ID, ConfigKey.CLIENT_SECRET, ConfigKey.CLIENT_SECRET_NEXT, ConfigKey.CONSOLE_PASSWORD);

    private static final ApplicationName SHOP = new ApplicationName("shop");

    @Test
    void settings_nothingGiven_areTheDefaults() {
        Settings settings = SettableSource.of(Map.of()).buymedConfig().settings();

        assertThat(settings.get(ConfigKey.API_URL)).hasToString("https://open-apis.buymed.com");
        assertThat(settings.apiOrigin()).isEqualTo(new Origin("https", "open-apis.buymed.com", 443));
        assertThat(settings.get(ConfigKey.SERVICE_REGION)).isEqualTo("vn");
        assertThat(settings.get(ConfigKey.CREDENTIALS_CHECK_INTERVAL)).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.get(ConfigKey.CREDENTIALS_ROTATION_WAIT)).isZero();
        assertThat(settings.get(ConfigKey.CALL_MAX_DURATION)).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.get(ConfigKey.HEALTH_REJECTED_IS_DOWN)).isFalse();
        assertThat(settings.get(ConfigKey.SECURITY_ENFORCE)).isTrue();
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

    /** F33. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void applications_namedByEnvironmentVariablesOnly_areKnown(boolean guesses) {
        EnvironmentSource environment = new EnvironmentSource(
                Map.of(
                        "BUYMED_APP_WAREHOUSE_CLIENT_ID", "a",
                        "BUYMED_APP_WAREHOUSE_CLIENT_SECRET_FILE", "b",
                        "BUYMED_APP_MY_SHOP_CLIENT_SECRET_NEXT_FILE", "c",
                        "BUYMED_APP_THIRD_QUOTA_PER_MINUTE", "10",
                        "BUYMED_APP_NAME", "of something else",
                        "BUYMED_CLIENT_ID", "d"),
                guesses);
        SettableSource keys = SettableSource.of(Map.of("buymed.app.My-Shop.service-region", "vn"));
        BuymedConfig config = new BuymedConfig(SettableSource.config(environment, keys));

        assertThat(config.applications())
                .containsExactly(
                        ApplicationName.DEFAULT,
                        new ApplicationName("My-Shop"),
                        new ApplicationName("third"),
                        new ApplicationName("warehouse"));
        assertThat(config.read(ConfigKey.CLIENT_ID, new ApplicationName("warehouse"))
                        .map(reading -> reading.value().reveal()))
                .contains("a");
        assertThat(config.settings(new ApplicationName("third")).get(ConfigKey.QUOTA_PER_MINUTE))
                .isEqualTo(10);
    }

    /** F40. */
    @Test
    void settings_quotaUnlimited_eachByItself() {
        Settings settings = SettableSource.of(Map.of("buymed.quota.per-minute", "unlimited"))
                .buymedConfig()
                .settings();

        assertThat(settings.get(ConfigKey.QUOTA_PER_MINUTE)).isEqualTo(Settings.UNLIMITED);
        assertThat(settings.get(ConfigKey.QUOTA_PER_HOUR)).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true", "TRUE, true", "1, true", "yes, true", "Y, true", "On, true",
        "false, false", "False, false", "0, false", "no, false", "n, false", "OFF, false"
    })
    void settings_flag_isReadAsMicroProfileDoes(String text, boolean value) {
        SettableSource source = SettableSource.of(Map.of("buymed.security.enforce", text));
        BuymedConfig config = source.buymedConfig();

        assertThat(config.settings().get(ConfigKey.SECURITY_ENFORCE))
                .isEqualTo(value)
                .isEqualTo(SettableSource.config(source).getValue("buymed.security.enforce", Boolean.class));
        assertThat(config.problems()).isEmpty();
    }

    /** F18: SmallRye makes one dollar of two and drops a backslash before one. */
    @ParameterizedTest
    @ValueSource(strings = {"a$$b", "a\\$b", "$", "$$", "a\\\\$$b$", "a$b{c}", "#{a}", "$a}", "a\\u0024{b}", "\\\\"})
    void read_secret_isAsItsSourceHasIt(String value) {
        for (ConfigKey<?> key : VERBATIM) {
            BuymedConfig direct = SettableSource.of(Map.of(key.key(), value)).buymedConfig();
            BuymedConfig byExpression = SettableSource.of(Map.of(key.key(), "${my.own}", "my.own", value))
                    .buymedConfig();

            assertThat(direct.read(key, ApplicationName.DEFAULT).map(Reading::value))
                    .contains(Secret.of(value));
            assertThat(byExpression.read(key, ApplicationName.DEFAULT).map(Reading::value))
                    .contains(Secret.of(value));
        }
        String path = "/etc/" + value;
        assertThat(SettableSource.of(Map.of("buymed.client-secret-file", path))
                        .buymedConfig()
                        .read(ConfigKey.CLIENT_SECRET_FILE, ApplicationName.DEFAULT)
                        .map(Reading::value))
                .contains(Secret.of(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s${my.own}",
                "${my.own}%s",
                "$${my.own}",
                "\\${my.own}",
                "${my.own}${my.own}",
                "${my.own",
                "${${my.own}}",
                "${my.circle}",
                "${not.there}",
                "${not.there:a$$b}",
                "${handler::text}",
                "${}"
            })
    void read_secretWithAnAmbiguousExpression_namesTheKeyAndNothingElse(String pattern) {
        String canary = Canary.secret();
        for (ConfigKey<?> key : VERBATIM) {
            BuymedConfig config = SettableSource.of(
                            Map.of(key.key(), pattern.formatted(canary), "my.own", "a", "my.circle", "${my.circle}"))
                    .buymedConfig();

            assertThatThrownBy(() -> config.read(key, ApplicationName.DEFAULT))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(key.key() + ": cannot be evaluated")
                    .hasMessageNotContaining(canary)
                    .hasNoCause();
        }
    }

    @Test
    void read_secretThatIsOneExpression_isWhatItNames() {
        SettableSource source = SettableSource.of(Map.of(
                "buymed.client-secret",
                " ${my.own:none} ",
                "my.own",
                "${my.other}",
                "buymed.client-id",
                "${not.there:id}"));
        String canary = Canary.secret();
        source.set("my.other", canary);
        BuymedConfig config = source.buymedConfig();

        assertThat(config.read(ConfigKey.CLIENT_SECRET, ApplicationName.DEFAULT).map(Reading::value))
                .contains(Secret.of(canary));
        assertThat(config.read(ConfigKey.CLIENT_ID, ApplicationName.DEFAULT).map(Reading::value))
                .contains(Secret.of("id"));
    }

    @Test
    void read_accessTokenWithItsScheme_isTheTokenAlone() {
        String token = Canary.accessToken();
        BuymedConfig config = SettableSource.of(Map.of("buymed.access-token", " Bearer " + token))
                .buymedConfig();

        assertThat(config.read(ConfigKey.ACCESS_TOKEN, ApplicationName.DEFAULT).map(Reading::value))
                .contains(Secret.of(token));
    }

    @Test
    void settings_ofANamedApplication_fallBackToTheDefaultApplications() {
        BuymedConfig config = SettableSource.of(Map.of(
                        "buymed.service-region", "th",
                        "buymed.credentials.check-interval", "PT2S",
                        "buymed.app.shop.credentials.check-interval", "PT3S"))
                .buymedConfig();

        assertThat(config.settings(SHOP).get(ConfigKey.SERVICE_REGION)).isEqualTo("th");
        assertThat(config.settings(SHOP).get(ConfigKey.CREDENTIALS_CHECK_INTERVAL))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(config.settings().get(ConfigKey.CREDENTIALS_CHECK_INTERVAL)).isEqualTo(Duration.ofSeconds(2));
    }

    static List<ConfigKey<?>> credentials() {
        return List.of(
                ConfigKey.CLIENT_ID,
                ConfigKey.CLIENT_SECRET,
                ConfigKey.CLIENT_SECRET_FILE,
                ConfigKey.CREDENTIALS_FILE,
                ConfigKey.CLIENT_SECRET_NEXT,
                ConfigKey.CLIENT_SECRET_NEXT_FILE,
                ConfigKey.ACCESS_TOKEN);
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void read_credentialOfANamedApplication_isNeverTheDefaultApplications(ConfigKey<?> key) {
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
