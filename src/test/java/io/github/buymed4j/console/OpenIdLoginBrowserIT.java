package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.console.oidc.FakeProvider;
import io.github.buymed4j.server.ConsoleVisit;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator logs in to the console at an OpenID provider, which is another site for the browser. */
@Tag("browser")
@ExtendWith(ArquillianExtension.class)
class OpenIdLoginBrowserIT {

    private static final String CLIENT_SECRET = Canary.secret();
    private static final FakeProvider PROVIDER = new FakeProvider("localhost", CLIENT_SECRET, Clock.systemUTC());

    @ArquillianResource
    private URL base;

    private Browser browser;

    /** The server chooses its port later: the provider knows the console under port 1, and leads the browser to the right one. */
    @Deployment(testable = false)
    static WebArchive war() {
        return ConsoleWar.named(
                "openid",
                Map.of(
                        "buymed.console.login",
                        "oidc",
                        "buymed.console.oidc.issuer",
                        PROVIDER.issuer(),
                        "buymed.console.oidc.client-id",
                        FakeProvider.CLIENT,
                        "buymed.console.oidc.client-secret",
                        CLIENT_SECRET,
                        "buymed.console.oidc.redirect-uri",
                        "http://127.0.0.1:1/openid/oidc/callback"));
    }

    @BeforeEach
    void open() {
        PROVIDER.leadsBackTo(URI.create(address()))
                .user(Map.of("preferred_username", "an", "groups", List.of("operator")));
        browser = Browser.one(address());
    }

    @Test
    void logIn_userWithTheRole_opensTheConsoleInASessionOfItsOwn() {
        assertThat(browser.open("").heading()).isEqualTo("Log in");
        assertThat(browser.source()).doesNotContain("login:password");

        browser.press("login:submit").await("session:logOut");

        assertThat(browser.url()).endsWith("/openid/index.xhtml");
        assertThat(browser.session().getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(browser.open("index.xhtml").await("session:logOut").source()).doesNotContain(CLIENT_SECRET);
    }

    @Test
    void logOut_pressed_endsTheSessionHereAndAtTheProvider() {
        browser.open("").press("login:submit").await("session:logOut");
        var session = browser.session();

        browser.press("session:logOut").await("login:submit");

        assertThat(PROVIDER.asked()).endsWith("/end");
        browser.give(session);
        assertThat(browser.open("index.xhtml").heading()).isEqualTo("Log in");
    }

    @Test
    void logIn_userWithoutTheRole_isRefused() {
        PROVIDER.user(Map.of("preferred_username", "binh", "groups", List.of("staff")));

        browser.open("").press("login:submit");

        assertThat(browser.text("refused")).startsWith("The log-in was refused.");
        for (String page : ConsoleWar.PAGES) {
            assertThat(browser.open(page).heading()).as(page).isEqualTo("Log in");
        }
        for (String address : List.of("trail.csv", "live", "console.js")) {
            assertThat(browser.open(address).heading()).as(address).isEqualTo("Log in");
        }
    }

    @Test
    void actions_ofAUserWithoutTheRole_doNothing() throws Exception {
        ConsoleVisit operator = logIn();
        operator.open("index.xhtml");
        List<HttpRequest> requests = ConsoleAction.all(operator);
        PROVIDER.user(Map.of("preferred_username", "binh", "groups", List.of("staff")));
        ConsoleVisit staff = logIn();
        assertThat(staff.page()).contains("The log-in was refused.");

        ConsoleAction.assertNothingIsDone(operator, staff, requests);
    }

    private ConsoleVisit logIn() throws Exception {
        ConsoleVisit visit = ConsoleVisit.of(URI.create(address()));
        visit.press("login", "submit");
        return visit;
    }

    private String address() {
        return base.toString().replace("localhost", "127.0.0.1");
    }

    @Test
    void callback_ofAnotherLogin_opensNothing() {
        browser.open("oidc/callback?state=x&code=y");
        assertThat(browser.open("oidc/callback?state=x&code=y&again=1").source())
                .contains("This address is not valid");
        assertThat(browser.open("index.xhtml").heading()).isEqualTo("Log in");
    }
}
