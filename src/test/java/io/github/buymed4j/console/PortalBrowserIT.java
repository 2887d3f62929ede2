package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.console.Run.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The pages of the sandbox for everybody: axe-core, a narrow window, both languages, the keyboard alone. */
@Tag("browser")
class PortalBrowserIT {
    private static final List<String> STRANGERS_PAGES =
            List.of("sandbox/", "sandbox/sign-up", "sandbox/oauth/authorize?clientID=unknown");
    private static final List<String> PAGES = List.of(
            "sandbox/",
            "sandbox/apps/1001",
            "sandbox/apps/1001/regenerate",
            "sandbox/apps/1001/permission",
            "sandbox/apps/1001/activity",
            "sandbox/apps/1001/try");

    private static Run run;

    @TempDir
    private static Path profiles;

    private Browser browser;

    @BeforeAll
    static void start() throws Exception {
        run = Run.shared();
    }

    @BeforeEach
    void openBrowser() throws Exception {
        browser = new Browser(run.address(), Files.createTempDirectory(profiles, "profile"));
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void pages_inBothLanguages_haveNoBarrier_andFitIntoANarrowWindow(String language) throws Exception {
        browser.narrow(360).open("sandbox/language?to=" + language);
        for (String page : STRANGERS_PAGES) {
            assertGood(page, language);
        }
        logIn();
        for (String page : PAGES) {
            assertGood(page, language);
        }
        browser.open("sandbox/apps/1001/try").press("send");
        assertThat(browser.text("reply")).startsWith("200");
        assertThat(browser.barriers()).as("the reply").isEmpty();
    }

    private void logIn() {
        Login login = run.developer();
        browser.open("sandbox/").type("account", login.user()).type("password", login.password());
        browser.press("log-in");
    }

    private void assertGood(String page, String language) throws Exception {
        browser.open(page);
        assertThat(browser.source()).contains("lang=\"" + language + "\"");
        assertThat(browser.barriers()).as(page).isEmpty();
        assertThat(browser.width()).as(page).isLessThanOrEqualTo(360);
        browser.keep(language + page.replaceAll("\\W+", "-"));
    }

    /** Without JavaScript the buttons stay hidden. */
    @Test
    void settings_theScriptRuns_andShowsTheCopyButtons() {
        logIn();
        browser.open("sandbox/apps/1001").await("client-id");

        assertThat(browser.source()).contains("class=\"copy\"").doesNotContainPattern("class=\"copy\"[^>]*hidden");
    }

    @Test
    void developer_withTheKeyboardAlone_logsInAndRequestsAScope() {
        Login login = run.developer();
        browser.open("sandbox/").tabTo("account").keys(login.user());
        browser.tabTo("password").keys(login.password(), Keys.ENTER);
        assertThat(browser.await("log-out").heading()).isEqualTo("Apps");

        browser.open("sandbox/apps/1001/permission")
                .tabTo("withdraw-pharmacy-order-read")
                .keys(Keys.ENTER);
        browser.await("request-pharmacy-order-read")
                .tabTo("justification-pharmacy-order-read")
                .keys("Đồng bộ", Keys.ENTER);

        assertThat(Stream.generate(browser::source)
                        .limit(100)
                        .anyMatch(source -> source.contains("<strong>Pending</strong>")))
                .isTrue();
    }
}
