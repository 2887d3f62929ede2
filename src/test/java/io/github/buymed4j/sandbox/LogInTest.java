package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogInTest {
    private static final String PASSWORD = "mười hai ký tự trở lên";

    private final PortalUsers users = new PortalUsers();
    private final Browser browser = new Browser(users.visitor.sandbox);

    private Reply signUp(String name, String password, String... more) {
        browser.open("/sign-up");
        String[] fields = new String[4 + more.length];
        System.arraycopy(new String[] {"account", name, "password", password}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        return browser.post(fields);
    }

    @Test
    void signUp_agreementAccepted_isLoggedIn_andCanLogInAgain() {
        assertThat(signUp("nguyen.an", PASSWORD, "agreement", "true").status()).isEqualTo(303);
        assertThat(browser.open("/").body()).contains("There are no apps yet", "nguyen.an");

        Reply apps = new Browser(users.visitor.sandbox).logIn("/", "nguyen.an", PASSWORD);

        assertThat(apps.body()).contains("New app");
    }

    @Test
    void signUp_agreementAccepted_showsWhen() {
        signUp("nguyen.an", PASSWORD, "agreement", "true");
        users.clock.advance(Duration.ofMinutes(1));

        assertThat(browser.open("/").body()).contains("Agreement accepted on 2024-10-01 06:57:00 UTC");
        assertThat(users.developer.open("/").body())
                .as("an account that was given")
                .doesNotContain("Agreement accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "ok.name, short, true",
        "a, longEnough12345, true",
        "a<b>c, longEnough12345, true",
        "ok.name, longEnough12345, ''"
    })
    void signUp_againstTheRules_isRefused(String name, String password, String agreement) {
        Reply page = signUp(name, password, "agreement", agreement);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"").doesNotContain("<b>");
    }

    @Test
    void signUp_nameTaken_isRefusedAndThePasswordStays() {
        assertThat(signUp("dev", PASSWORD, "agreement", "true").status()).isEqualTo(400);

        assertThat(new Browser(users.visitor.sandbox)
                        .logIn("/", "dev", users.password)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void signUp_fromAnotherSite_isRefused() {
        browser.open("/sign-up");
        browser.forgetCsrf();
        assertThat(browser.post("account", "forged", "password", PASSWORD, "agreement", "true")
                        .status())
                .isEqualTo(400);
        browser.open("/");
        assertThat(browser.post("account", "forged", "password", PASSWORD).status())
                .isEqualTo(401);
    }

    @Test
    void logIn_fromAnotherSite_isRefused() {
        browser.open("/");
        browser.forgetCsrf();
        assertThat(browser.post("account", "dev", "password", users.password).status())
                .isEqualTo(403);
        assertThat(browser.open("/").body()).contains("type=\"password\"");
    }

    @Test
    void logIn_withACookieThatSomebodyElseKnows_getsANewOne() {
        browser.give("sandbox_portal=known");
        browser.logIn("/", "dev", users.password);

        Browser attacker = new Browser(users.visitor.sandbox);
        attacker.give("sandbox_portal=known");

        assertThat(browser.cookie()).startsWith("sandbox_portal=").isNotEqualTo("sandbox_portal=known");
        assertThat(attacker.open("/").body()).contains("type=\"password\"");
    }

    @Test
    void password_guessed_isSlowedDown_evenWhenItIsRightInTheEnd() {
        browser.open("/");
        for (int guess = 0; guess < 5; guess++) {
            assertThat(browser.post("account", "dev", "password", "guess" + guess)
                            .status())
                    .isEqualTo(401);
        }
        assertThat(browser.post("account", "dev", "password", users.password).status())
                .isEqualTo(429);
        users.clock.advance(Duration.ofSeconds(1));
        assertThat(browser.post("account", "dev", "password", "guess").status()).isEqualTo(401);
        users.clock.advance(Duration.ofSeconds(1));
        assertThat(browser.post("account", "dev", "password", users.password).status())
                .as("two seconds now")
                .isEqualTo(429);
        users.clock.advance(Duration.ofSeconds(1));
        assertThat(browser.post("account", "dev", "password", users.password).status())
                .isEqualTo(303);
    }

    @Test
    void passwordOfAnotherUser_guessed_slowsNobodyElse() {
        browser.open("/");
        for (int guess = 0; guess < 9; guess++) {
            browser.post("account", "no-such-user", "password", "guess");
        }
        assertThat(browser.post("account", "dev", "password", users.password).status())
                .isEqualTo(303);
    }

    @Test
    void session_afterTwoHours_asksToLogInAgain() {
        users.clock.advance(Duration.ofHours(2));
        assertThat(users.developer.open("/").body()).contains("type=\"password\"");
    }
}
