package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private final PortalUsers users = new PortalUsers();
    private final Browser browser = users.developer;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi|vi",
                "vi-VN,vi;q=0.9|vi",
                "en-US,en;q=0.9,vi;q=0.8|en",
                "en;q=0.1, vi;q=0.9|vi",
                "fr|en",
                "''|en",
                "vi;q=x|en|"
            })
    void portal_speaksTheLanguageThatTheBrowserAsksFor(String accepted, String language) {
        browser.prefer(accepted);
        assertThat(browser.open("/").body()).contains("<html lang=\"" + language + "\">");
    }

    @Test
    void consent_inEnglish_isInEnglish() {
        Browser pharmacy = new Browser(users.visitor.sandbox);
        pharmacy.prefer("en");
        assertThat(pharmacy.open("/oauth/authorize?clientID=" + users.visitor.clientId
                                + "&redirectUri=https://app.example/back&responseType=code&scope=pharmacy:profile:read")
                        .body())
                .contains("Pharmacy log-in", "Password");
    }

    @Test
    void language_switched_isRememberedAndLeadsBack() {
        var reply = browser.open("/language?to=vi&back=%2Fapps%2F7");
        assertThat(Visitor.header(reply, "Location")).isEqualTo("/sandbox/apps/7");
        assertThat(Visitor.header(reply, "Set-Cookie")).startsWith("sandbox_language=vi;");
        browser.prefer("en");
        assertThat(browser.open("/").body()).contains("lang=\"vi\"", "Mật khẩu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a\r\nSet-Cookie: b=c"})
    void language_switched_leadsToNoOtherSite(String back) {
        assertThat(Visitor.header(browser.open("/language?to=vi&back=" + Visitor.encode(back)), "Location"))
                .isEqualTo("/sandbox/");
    }
}
