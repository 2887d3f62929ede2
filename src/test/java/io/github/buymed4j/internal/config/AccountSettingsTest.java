package io.github.buymed4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.accounts.Configured;
import io.github.buymed4j.config.ConfigurationProblem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSettingsTest {

    @Test
    void settings_notGiven_areTheDocumentedDefaults() {
        BuymedConfig config = SettableSource.of(java.util.Map.of()).buymedConfig();
        Settings settings = config.settings();

        assertThat(settings.get(ConfigKey.IAM_URL)).hasToString("https://api.buymed.com");
        assertThat(settings.get(ConfigKey.REDIRECT_URI)).isEmpty();
        assertThat(settings.get(ConfigKey.SCOPES))
                .containsExactly("pharmacy:profile:read", "pharmacy:product:read", "pharmacy:order:read");
        assertThat(settings.get(ConfigKey.ACCOUNTS_DATA_SOURCE)).isEqualTo("java:comp/DefaultDataSource");
        assertThat(settings.get(ConfigKey.ACCOUNTS_REAUTHORIZE_NOTICE)).isEqualTo(Duration.ofDays(7));
        assertThat(config.isDevelopment()).isFalse();
    }

    @Test
    void settings_usable_haveNoProblem() {
        assertThat(Configured.accounts().buymedConfig().problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buymed-iam/mp-rest/url | http://api.example.com",
                "buymed-iam/mp-rest/url | https://user:pass@api.example.com",
                "buymed-iam/mp-rest/followRedirects | true",
                "buymed-iam/mp-rest/readTimeout | 0",
                "buymed.iam.client-id-field | client id",
                "buymed.authorize-url | http://sso.example.com",
                "buymed.authorize-url | https://sso.example.com/authorize?x=1",
                "buymed.authorize.client-id-parameter | a&b",
                "buymed.authorize.scope-separator | ;",
                "buymed.redirect-uri | http://erp.example.com/buymed/callback",
                "buymed.redirect-uri | https://erp.example.com/buymed/callback?a=b",
                "buymed.redirect-uri | /buymed/callback",
                "buymed.scopes | pharmacy:order:read&state=1",
                "buymed.accounts.connect-page | https://evil.example/",
                "buymed.accounts.connect-page | //evil.example/",
                "buymed.accounts.data-source | ldap://evil.example/x",
                "buymed.accounts.data-source | rmi:x",
                "buymed.accounts.data-source | tokens",
                "buymed.accounts.create-table | perhaps",
                "buymed.accounts.refresh-lease | PT12S",
                "buymed.accounts.refresh-lease | PT159S",
                "buymed.accounts.refresh-lease | PT61M",
                "buymed.accounts.refresh-lease | P366D",
                "buymed.accounts.refresh-lease | for ever",
                "buymed.authorize.pkce | S256",
                "buymed.accounts.refresh-margin | twelve hours",
                "buymed.accounts.cache-size | 0",
                "buymed.accounts.reauthorize-notice | -P1D",
            })
    void setting_thatCannotBeUsed_isNamed(String key, String value) {
        BuymedConfig config = Configured.accounts().set(key, value).buymedConfig();

        assertThat(config.problems()).extracting(ConfigurationProblem::subject).containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // the longest call and rotation-wait; the lease given; what it is: twice both, and 30 seconds
                "PT60S | PT0S | - | PT160S",
                "PT60S | PT0S | PT10M | PT10M",
                "PT60S | PT1M | - | PT270S",
                "PT20S | PT1M | PT190S | PT190S",
                "PT60S | PT2H | - | PT4H150S",
                "PT60S | PT2H | PT4H150S | PT4H150S",
                "P366D | P366D | - | PT35136H30S"
            })
    void lease_covers_theLongestExchange(String longestCall, String wait, @Nullable String given, Duration lease) {
        SettableSource source = Configured.accounts()
                .set("buymed.call.max-duration", longestCall)
                .set("buymed.credentials.rotation-wait", wait);
        if (given != null) {
            source.set("buymed.accounts.refresh-lease", given);
        }
        BuymedConfig config = source.buymedConfig();

        assertThat(config.problems()).isEmpty();
        assertThat(config.settings().refreshLease()).isEqualTo(lease);
    }

    @Test
    void lease_belowTheLongestExchange_saysHowMuchItMustBe() {
        BuymedConfig config = Configured.accounts()
                .set("buymed.credentials.rotation-wait", "PT1M")
                .set("buymed.accounts.refresh-lease", "PT1M")
                .buymedConfig();

        assertThat(config.problems())
                .singleElement()
                .asString()
                .contains("PT4M30S", "buymed.credentials.rotation-wait");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"dev | true", "prod, dev | true", "prod | false", "development | false"})
    void profile_dev_isDevelopment(String profile, boolean development) {
        BuymedConfig config =
                Configured.accounts().set("mp.config.profile", profile).buymedConfig();

        assertThat(config.isDevelopment()).isEqualTo(development);
    }
}
