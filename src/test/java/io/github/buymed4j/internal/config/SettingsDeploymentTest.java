package io.github.buymed4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import jakarta.ws.rs.GET;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting that cannot be used stops the deployment, and the text that says so does not repeat the value. */
class SettingsDeploymentTest {

    private static final String URL = "buymed/mp-rest/url";

    @ParameterizedTest
    @CsvSource({
        "http://open-apis.buymed.com, http://open-apis.buymed.com:80",
        "http://localhost.example.com:8080, localhost.example.com",
        "http://127.example.com, 127.example.com",
        "http://10.0.0.1/, 10.0.0.1",
        "ftp://open-apis.buymed.com, ftp",
    })
    void deploy_addressThatIsNotHttps_isRefusedNamingHostAndKey(String url, String named) throws Exception {
        assertThat(Deployment.of().with(URL, url).refusal()).contains(URL, named, "https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https:///v1",
                "https://",
                "/api/v1",
                "open-apis.example.com",
                "not a url",
                "https://host name/",
                "https://under_score.example.com",
                "https://open-apis.buymed.com:99999",
                "",
                "   ",
                "https://open-apis.buymed.com/?tenant=1",
                "https://open-apis.buymed.com/#a"
            })
    void deploy_addressThatIsNone_isRefusedNamingTheKey(String url) throws Exception {
        String refusal = Deployment.of().with(URL, url).refusal();

        assertThat(refusal).contains(URL);
        assertThat(url.isBlank() || !refusal.contains(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:%s@open-apis.buymed.com", "https://%s@open-apis.buymed.com",
                "https://user:%s@under_score.example.com", "https://user:%s @open-apis.buymed.com",
                "http://user:%s@127.0.0.1:8080", "https://user:%s@:99"
            })
    void deploy_credentialsInTheAddress_isRefusedWithoutRepeatingThem(String pattern) throws Exception {
        String canary = Canary.secret();

        assertThat(Deployment.of().with(URL, pattern.formatted(canary)).refusal())
                .contains(URL)
                .doesNotContain(canary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8080/sandbox", "http://localhost:1", "http://[::1]:8080", " https://a.b/ "})
    void deploy_loopbackOrHttpsAddress_isAccepted(String url) throws Exception {
        assertThat(Deployment.of().with(URL, url).refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "buymed.credentials.check-interval, 1s",
        "buymed.credentials.check-interval, 1000",
        "buymed.credentials.check-interval, PT-1S",
        "buymed.credentials.rotation-wait, soon",
        "buymed.credentials.rotation-wait, PT99999999999999H",
        "buymed.quota.max-wait, PT1",
        "buymed.quota.batch-max-wait, 1h",
        "buymed.quota.interactive-share, 100",
        "buymed.quota.interactive-share, -1",
        "buymed.quota.interactive-share, 0.2",
        "buymed.quota.per-minute, 0",
        "buymed.quota.per-minute, 1e3",
        "buymed.quota.per-hour, -1",
        "buymed.quota.per-hour, 99999999999",
        "buymed.max-reply-size, 16MB",
        "buymed.max-reply-size, 0",
        "buymed.security.enforce, ture",
        "buymed.health.rejected-is-down, ja",
        "buymed.call.max-duration, PT0S",
        "buymed.call.max-duration, P400D",
        "buymed.quota.per-hour, Unlimited requests",
        "buymed.service-region, Viet Nam",
        "buymed.service-region, ''",
        "buymed/mp-rest/connectTimeout, two",
        "buymed/mp-rest/readTimeout, 0",
        "buymed/mp-rest/readTimeout, PT10S",
        "buymed/mp-rest/followRedirects, maybe",
    })
    void deploy_wrongValue_isRefusedNamingTheKey(String key, String value) throws Exception {
        assertThat(Deployment.of().with(key, value).refusal()).contains(key + ": must be ");
    }

    @Test
    void deploy_secretUnderTheWrongKey_isRefusedWithoutRepeatingIt() throws Exception {
        for (ConfigKey<?> key : ConfigKey.values()) {
            if (key.defaultValue().isPresent()) {
                String canary = Canary.secret();

                assertThat(Deployment.of().with(key.key(), canary).refusal())
                        .contains(key.key())
                        .doesNotContain(canary);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "YES", "1", "on", "y", "Y", " on ", "ture", "00"})
    void deploy_followRedirectsOnTheKey_isRefused(String value) throws Exception {
        assertThat(Deployment.of().with("buymed/mp-rest/followRedirects", value).refusal())
                .contains("buymed/mp-rest/followRedirects", "redirect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "no", "0", "off", "n"})
    void deploy_followRedirectsOff_isAccepted(String value) throws Exception {
        assertThat(Deployment.of().with("buymed/mp-rest/followRedirects", value).refusal())
                .isEmpty();
    }

    /** F21. */
    @ParameterizedTest
    @ValueSource(strings = {"%s\r\nX-Injected: 1", "%s…", "Bearer %s more", "Bearer", "${%s}", "your_%s", "a${%s}"})
    void deploy_accessTokenThatNoHeaderCarries_isRefusedWithoutRepeatingIt(String pattern) throws Exception {
        String canary = Canary.accessToken();

        assertThat(Deployment.of()
                        .with("buymed.access-token", pattern.formatted(canary))
                        .refusal())
                .contains("buymed.access-token: ")
                .doesNotContain(canary);
        assertThat(Deployment.of()
                        .with("buymed.app.shop.client-id", "shop")
                        .with("buymed.app.shop.client-secret", Canary.secret())
                        .with("buymed.app.shop.access-token", pattern.formatted(canary))
                        .refusal())
                .contains("buymed.app.shop.access-token: ")
                .doesNotContain(canary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "Bearer %s", "bearer  %s\n", " "})
    void deploy_accessTokenWithOrWithoutItsScheme_isAccepted(String pattern) throws Exception {
        assertThat(Deployment.of()
                        .with("buymed.access-token", pattern.formatted(Canary.accessToken()))
                        .refusal())
                .isEmpty();
    }

    @Test
    void deploy_passwordAsItsHash_isRefusedWithoutRepeatingIt() throws Exception {
        String canary = Canary.secret();

        assertThat(Deployment.of().with("buymed.console.password-hash", canary).refusal())
                .contains("buymed.console.password-hash: must be PBKDF2WithHmacSHA256")
                .doesNotContain(canary);
    }

    @ParameterizedTest
    @CsvSource({
        "buymed.console.login, ldap",
        "buymed.console.oidc.scopes, profile",
        "buymed.console.oidc.client-id, a b",
        "buymed.console.oidc.role-claim, ''",
        "buymed.console.oidc.role, ''",
    })
    void deploy_wrongValueForTheConsole_isRefusedNamingTheKey(String key, String value) throws Exception {
        assertThat(Deployment.of().with(key, value).refusal()).contains(key + ": must be ");
    }

    @Test
    void deploy_loginAtAProviderWithoutIt_isRefusedNamingEachKey() throws Exception {
        Deployment deployment = Deployment.of()
                .with("buymed.console.login", "oidc")
                .with("buymed.console.oidc.issuer", "http://provider.example");

        assertThat(deployment.refusal())
                .contains("buymed.console.oidc.issuer: sends the credentials in clear text")
                .contains("buymed.console.oidc.client-id: is missing; buymed.console.login=oidc needs it")
                .contains("buymed.console.oidc.client-secret: is missing")
                .contains("buymed.console.oidc.redirect-uri: is missing");
        assertThat(deployment
                        .with("buymed.console.oidc.issuer", "https://provider.example/realms/shop")
                        .with("buymed.console.oidc.client-id", "console")
                        .with("buymed.console.oidc.client-secret", Canary.secret())
                        .with("buymed.console.oidc.redirect-uri", "https://console.example/oidc/callback")
                        .refusal())
                .isEmpty();
    }

    @Test
    void deploy_passwordBesideItsHash_isRefused() throws Exception {
        String hash = "PBKDF2WithHmacSHA256:600000:" + "AAAA".repeat(8) + ":" + "AAAA".repeat(8);

        assertThat(Deployment.of().with("buymed.console.password-hash", hash).refusal())
                .isEmpty();
        assertThat(Deployment.of()
                        .with("buymed.console.password-hash", hash)
                        .with("buymed.console.password", Canary.secret())
                        .refusal())
                .contains("buymed.console.password-hash: is given beside buymed.console.password; remove one")
                .doesNotContain("AAAA");
    }

    /** Row S1: servers take each of these for true. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "1", "on", "Y", " on ", "ture"})
    void deploy_followRedirectsOnOneInterface_isRefusedNamingIt(String value) throws Exception {
        String key = Mine.class.getName() + "/mp-rest/followRedirects";

        assertThat(Deployment.of(Mine.class).with(key, value).refusal()).contains(key, "redirect");
    }

    @Test
    void deploy_severalWrongAtOnce_areReportedTogether() throws Exception {
        String refusal = Deployment.of()
                .with(URL, "http://open-apis.buymed.com")
                .with("buymed/mp-rest/followRedirects", "true")
                .with("buymed.quota.per-hour", "many")
                .with("buymed.client-secret", "your_client_secret")
                .without("buymed.client-id")
                .refusal();

        assertThat(refusal)
                .contains(
                        URL + ": ",
                        "buymed/mp-rest/followRedirects: ",
                        "buymed.quota.per-hour: ",
                        "buymed.client-secret: ",
                        "buymed.client-id: ")
                .doesNotContain("your_client_secret");
    }

    @Test
    void deploy_unresolvedExpressionInASetting_isRefusedNamingTheKeyOnly() throws Exception {
        String canary = Canary.secret();

        assertThat(Deployment.of()
                        .with("buymed.service-region", canary + "${not.there}")
                        .refusal())
                .contains("buymed.service-region: cannot be evaluated")
                .doesNotContain(canary);
    }

    /** An interface of a user's own. */
    @BuymedCall
    @RegisterRestClient(configKey = "buymed")
    @RegisterClientHeaders(BuymedHeadersFactory.class)
    interface Mine {
        @GET
        String get();
    }
}
