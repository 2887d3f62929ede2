package io.github.buymed4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.accounts.Configured;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSettingsTest {

    @Test
    void settings_notGiven_areTheDocumentedDefaults() {
        AccountSettings settings =
                SettableSource.of(java.util.Map.of()).buymedConfig().accounts();

        assertThat(settings.iamUrl()).hasToString("https://api.buymed.com");
        assertThat(settings.redirectUri()).isEmpty();
        assertThat(settings.scopes())
                .containsExactly("pharmacy:profile:read", "pharmacy:product:read", "pharmacy:order:read");
        assertThat(settings.dataSource()).isEqualTo("java:comp/DefaultDataSource");
        assertThat(settings.refreshing().reauthorizeNotice()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.development()).isFalse();
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
                "buymed.accounts.refresh-lease | PT63S",
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
                // connect, read and rotation wait; the lease given; what it is: twice all of them, and 30 seconds
                "2000 | 10000 | PT0S | - | PT64S",
                "2000 | 10000 | PT0S | PT10M | PT10M",
                "2000 | 10000 | PT1M | - | PT174S",
                "5000 | 60000 | PT0S | - | PT170S",
                "2000 | 10000 | PT2H | - | PT4H54S",
                "2000 | 10000 | PT2H | PT4H54S | PT4H54S",
                "2147483647 | 2147483647 | P366D | - | -" // longer than any, and no overflow
            })
    void lease_covers_theLongestExchange(
            String connect, String read, String wait, @Nullable String given, @Nullable Duration lease) {
        SettableSource source = Configured.accounts()
                .set("buymed-iam/mp-rest/connectTimeout", connect)
                .set("buymed-iam/mp-rest/readTimeout", read)
                .set("buymed.credentials.rotation-wait", wait);
        if (given != null) {
            source.set("buymed.accounts.refresh-lease", given);
        }
        BuymedConfig config = source.buymedConfig();

        assertThat(config.problems()).isEmpty();
        if (lease != null) {
            assertThat(config.accounts().refreshing().lease()).isEqualTo(lease);
        }
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
                .contains("PT2M54S", "buymed.credentials.rotation-wait");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"dev | true", "prod, dev | true", "prod | false", "development | false"})
    void profile_dev_isDevelopment(String profile, boolean development) {
        BuymedConfig config =
                Configured.accounts().set("mp.config.profile", profile).buymedConfig();

        assertThat(config.accounts().development()).isEqualTo(development);
    }
}
