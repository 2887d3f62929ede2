package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.server.ConsoleVisit;
import java.net.URL;
import java.net.http.HttpRequest;
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

/** An operator logs in to the console as a user of the server's own realm; {@code src/test/servers} has the users.
 * The other servers refuse {@code HttpServletRequest.login} in an application with an authentication mechanism. */
@Tag("browser")
@Tag("wildfly")
@ExtendWith(ArquillianExtension.class)
class RealmLoginBrowserIT {

    private static final String PASSWORD = "k7mfp2qv9xhd4tzn";

    @ArquillianResource
    private URL base;

    private Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return ConsoleWar.named("realm", Map.of("buymed.console.login", "realm"));
    }

    @BeforeEach
    void open() {
        browser = Browser.one(base.toString());
    }

    @Test
    void logIn_userInTheRole_opensTheConsoleAndTheServerRemembersNothing() {
        browser.open("").logIn("clerk", PASSWORD).await("session:logOut");

        assertThat(browser.url()).endsWith("/realm/index.xhtml");
        assertThat(browser.cookies()).containsExactly("BUYMED-CONSOLE");

        browser.press("session:logOut").await("login:user");
        assertThat(browser.open("index.xhtml").heading()).isEqualTo("Log in");
    }

    @Test
    void logIn_userWithoutTheRole_isRefused() {
        browser.open("").logIn("guest", PASSWORD);

        assertThat(browser.text("login:refusal")).isEqualTo("The user or the password is wrong.");
        for (String page : ConsoleWar.PAGES) {
            assertThat(browser.open(page).heading()).as(page).isEqualTo("Log in");
        }
    }

    @Test
    void actions_ofAUserWithoutTheRole_doNothing() throws Exception {
        ConsoleVisit operator = ConsoleVisit.logIn(base.toURI(), "clerk", PASSWORD);
        List<HttpRequest> requests = ConsoleAction.all(operator);
        ConsoleVisit guest = ConsoleVisit.logIn(base.toURI(), "guest", PASSWORD);

        ConsoleAction.assertNothingIsDone(operator, guest, requests);
    }

    @Test
    void logIn_wrongPasswordOrTheConfiguredOperator_isRefused() {
        browser.open("").logIn("clerk", PASSWORD + "x");
        assertThat(browser.text("login:refusal")).isEqualTo("The user or the password is wrong.");

        browser.open("").logIn("operator", PASSWORD);
        assertThat(browser.text("login:refusal")).isEqualTo("The user or the password is wrong.");
    }
}
