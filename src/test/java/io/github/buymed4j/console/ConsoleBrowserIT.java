package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Cookie;

/** What an operator sees and does after {@code ./run}, in a real browser, on the server under test. */
@Tag("browser")
class ConsoleBrowserIT {

    private static final String SECRETS = "(?s).*(sk|at|rt)_sandbox_[A-Za-z0-9]{40}.*";

    @TempDir
    private static Path profile;

    private static Run run;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        run = Run.shared();
        browser = new Browser(run.address(), profile);
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void forget() {
        browser.asNew();
    }

    @Test
    void open_asAStranger_asksForTheLogin() {
        assertThat(browser.open("").heading()).isEqualTo("Log in");
        assertThat(browser.open("index.xhtml").heading()).isEqualTo("Log in");
        assertThat(browser.open("nothing-here").heading()).isEqualTo("Log in");
    }

    @Test
    void logIn_wrongPassword_isRefused() {
        browser.open("").logIn(run.user(), run.password() + "x");

        assertThat(browser.text("login:refusal")).isEqualTo("The user or the password is wrong.");
        assertThat(browser.source()).doesNotContain(run.password());
        assertThat(browser.open("").heading()).isEqualTo("Log in");
    }

    @Test
    void logIn_operator_showsWhatThePlatformIsCalledWith() {
        logIn();

        assertThat(browser.text("clientId")).matches("buymed_app_\\d{9}");
        assertThat(browser.text("fingerprint")).matches("[0-9a-f]{8}");
        assertThat(browser.text("source")).isNotBlank();
        assertThat(browser.text("key")).startsWith("buymed.");
        assertThat(browser.text("ordinal")).matches("\\d+");
        assertThat(browser.text("state")).matches("Not tried yet|Accepted by the platform");
        assertThat(browser.text("region")).isEqualTo("vn");
        assertThat(browser.text("apiAddress")).isEqualTo(run.address() + "sandbox");
        assertNoSecret();
    }

    @Test
    void logIn_operator_isRememberedInAStrictCookieThatScriptsDoNotSee() {
        logIn();

        Cookie session = browser.session();
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(browser.scriptVisibleCookies()).doesNotContain(session.getValue());
        assertThat(browser.url()).isEqualTo(run.address() + "index.xhtml");
    }

    @Test
    void callEndpoint_pressed_showsWhatCameBack() {
        logIn();

        browser.press("calls:endpoint");

        assertThat(browser.text("call")).isEqualTo("POST /v1/endpoint");
        assertThat(browser.text("verdict")).isEqualTo("Success");
        assertThat(browser.text("detail")).contains("Hello from the operator's console");
        assertThat(browser.text("duration")).matches("\\d+ ms");
        assertThat(browser.text("state")).isEqualTo("Accepted by the platform");
        assertNoSecret();
    }

    @Test
    void audit_pressed_showsWhatItFinds() {
        logIn();

        browser.press("audits:audit");

        assertThat(browser.text("entries")).contains("BUYMED-2004 NOTE buymed/mp-rest/url");
        assertNoSecret();
    }

    @Test
    void callProfile_pressed_showsThePharmacy() {
        logIn();

        browser.press("calls:profile");

        assertThat(browser.text("call")).isEqualTo("GET /api/v1/pharmacy/profile");
        assertThat(browser.text("verdict")).isEqualTo("Success");
        assertThat(browser.text("detail")).matches("\\S.*, customer \\d+").doesNotContain("null");
        assertThat(browser.text("duration")).matches("\\d+ ms");
        assertNoSecret();
    }

    @Test
    void callProfile_tokenRejected_showsTheTypedException() throws Exception {
        logIn();
        run.rejectNextToken();

        browser.press("calls:profile");

        assertThat(browser.text("verdict")).isEqualTo("AccessTokenRejectedException");
        assertThat(browser.text("detail")).contains("401", "INVALID_TOKEN");
        assertNoSecret();
    }

    @Test
    void callEndpoint_forgedFromElsewhere_callsNothing() {
        logIn();

        browser.forgeViewState().press("calls:endpoint");
        assertThat(browser.source()).doesNotContain("verdict");

        browser.open("index.xhtml?calls=calls&calls%3Aendpoint=x");
        assertThat(browser.text("clientId")).isNotBlank();
        assertThat(browser.source()).doesNotContain("verdict");
    }

    @Test
    void logOut_pressed_closesTheConsole() {
        logIn();
        Cookie session = browser.session();

        browser.press("session:logOut");

        assertThat(browser.await("login:user").heading()).isEqualTo("Log in");
        assertThat(browser.open("").heading()).isEqualTo("Log in");
        browser.give(session);
        assertThat(browser.open("").heading()).isEqualTo("Log in");
    }

    private void logIn() {
        browser.open("").logIn(run.user(), run.password());
        assertThat(browser.text("clientId")).isNotBlank();
    }

    private void assertNoSecret() {
        assertThat(browser.source().matches(SECRETS)).as("a secret in the page").isFalse();
        assertThat(browser.source()).doesNotContain(run.password());
    }
}
