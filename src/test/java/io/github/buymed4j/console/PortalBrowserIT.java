package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.kit.SandboxProcess;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/**
 * The pages of the sandbox for everybody: axe-core, a narrow window, both languages, the keyboard alone. The pages are the same on
 * each server, so that they are tried on the sandbox's jar.
 */
@Tag("browser")
@Tag("sandbox-jar")
class PortalBrowserIT {
    private static final List<String> STRANGERS_PAGES = List.of("", "sign-up", "oauth/authorize?clientID=unknown");
    private static final List<String> PAGES = List.of(
            "", "apps/1001", "apps/1001/regenerate", "apps/1001/permission", "apps/1001/activity", "apps/1001/try");

    private static SandboxProcess sandbox;
    private Browser browser;

    @BeforeAll
    static void start() throws IOException {
        sandbox = SandboxProcess.start("--port", "0");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void open() {
        browser = Browser.one(sandbox.uri() + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void pages_inBothLanguages_haveNoBarrier_andFitIntoANarrowWindow(String language) throws Exception {
        browser.narrow(360).open("language?to=" + language);
        for (String page : STRANGERS_PAGES) {
            assertGood(page, language);
        }
        logIn();
        for (String page : PAGES) {
            assertGood(page, language);
        }
        browser.open("apps/1001/try").press("send");
        assertThat(browser.text("reply")).startsWith("200");
        assertThat(browser.barriers()).as("the reply").isEmpty();
    }

    private void logIn() {
        browser.open("").type("account", "developer").type("password", sandbox.passwordOf("developer"));
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
        browser.open("apps/1001").await("client-id");

        assertThat(browser.source()).contains("class=\"copy\"").doesNotContainPattern("class=\"copy\"[^>]*hidden");
    }

    @Test
    void developer_withTheKeyboardAlone_logsInAndRequestsAScope() {
        browser.open("").tabTo("account").keys("developer");
        browser.tabTo("password").keys(sandbox.passwordOf("developer"), Keys.ENTER);
        assertThat(browser.await("log-out").heading()).isEqualTo("Apps");

        browser.open("apps/1001/permission")
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
