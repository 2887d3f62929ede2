package io.github.buymed4j.sandbox;

import static io.github.buymed4j.sandbox.PortalUsers.hasSecret;
import static io.github.buymed4j.sandbox.PortalUsers.secretIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Settings, Security: who sees the Client Secret, and when. */
class SecretTest {
    private final PortalUsers users = new PortalUsers();
    private final Visitor visitor = users.visitor;
    private final Browser browser = users.developer;

    private String approvedApp() {
        String address = users.newApp("POS");
        users.administrator.open(address);
        Reply approved = users.administrator.post("action", "approve");
        assertThat(hasSecret(approved)).isFalse();
        return address;
    }

    @Test
    void secret_ofAnApprovedApplication_isShownOnceToWhoEntersThePassword() {
        String address = approvedApp();
        assertThat(users.stranger.open(address).body()).contains("Nobody has seen it yet", "buymed_app_");
        String strangersPassword =
                visitor.control("POST", "developers", "{\"user\":\"stranger\"}").getString("password");

        Reply shown = users.stranger.post("action", "reveal", "password", strangersPassword);

        assertThat(secretIn(shown)).matches("sk_sandbox_[0-9A-Za-z]{40}");
        assertThat(Visitor.header(shown, "Cache-Control")).isEqualTo("no-store");
        Reply again = users.stranger.open(address);
        assertThat(hasSecret(again)).isFalse();
        assertThat(again.body()).contains("only a hash of it is kept");
        assertThat(hasSecret(users.stranger.post("action", "reveal", "password", strangersPassword)))
                .isFalse();
    }

    @Test
    void secret_withoutThePassword_isNotShown() {
        String address = approvedApp();
        users.stranger.open(address);

        for (String[] fields : new String[][] {{"action", "reveal"}, {"action", "reveal", "password", "guess"}}) {
            Reply page = users.stranger.post(fields);
            assertThat(page.status()).isEqualTo(403);
            assertThat(hasSecret(page)).isFalse();
        }
        assertThat(users.stranger.open(address).body()).contains("Nobody has seen it yet");
    }

    @Test
    void secret_administrator_neverSeesIt() {
        String address = approvedApp();
        users.administrator.open(address);

        assertThat(hasSecret(users.administrator.post("action", "reveal"))).isFalse();
        assertThat(users.administrator.open(address + "/regenerate").status()).isEqualTo(404);
        assertThat(users.administrator.post("action", "regenerate").status()).isEqualTo(404);
    }

    @Test
    void regenerate_saysWhatDies_beforeItDoes() {
        Reply page = browser.open(users.settings + "/regenerate");

        assertThat(page.body()).contains("id=\"warning\"", "invalid at once", "type=\"password\"");
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    @Test
    void secret_regenerated_worksAndTheOldOneDoesNot() {
        browser.open(users.settings + "/regenerate");
        Reply page = browser.post("password", users.password);
        assertThat(page.body()).contains("role=\"status\"");
        assertThat(visitor.get("profile").status()).isEqualTo(401);
        visitor.clientSecret = secretIn(page);
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    @Test
    void regenerate_withoutThePassword_isRefused() {
        browser.open(users.settings + "/regenerate");

        assertThat(browser.post("password", "wrong").status()).isEqualTo(403);
        assertThat(browser.post().status()).isEqualTo(403);

        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    @Test
    void post_withoutTheFormsToken_isForbidden() {
        browser.open(users.settings + "/regenerate");
        browser.forgetCsrf();
        Reply page = browser.post("password", users.password);
        assertThat(page.status()).isEqualTo(403);
        assertThat(hasSecret(page)).isFalse();
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    @Test
    void post_withTheTokenOfAnotherSession_isForbidden() {
        String cookie = browser.cookie();
        users.stranger.open("/");
        users.stranger.give(cookie);
        users.stranger.forgetCsrf();

        assertThat(users.stranger.post("action", "dismiss").status()).isEqualTo(403);
    }

    @Test
    void settings_sayWhenTheSecretWasRegeneratedAndUsed() {
        assertThat(browser.open(users.settings).body()).containsPattern("last-used\">never<");
        users.clock.advance(Duration.ofHours(1));
        browser.open(users.settings + "/regenerate");
        visitor.clientSecret = secretIn(browser.post("password", users.password));
        visitor.get("profile");

        assertThat(browser.open(users.settings).body())
                .containsPattern("last-regenerated\">\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC<")
                .containsPattern("last-used\">[^<]* from 192.0.2.1<");
    }

    @Test
    void secret_isInNoLog() {
        browser.open(users.settings + "/regenerate");
        String secret = secretIn(browser.post("password", users.password));

        assertThat(visitor.control("GET", "requests", "").toString())
                .contains("/regenerate")
                .doesNotContain(secret, users.password);
    }
}
