package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator sees of the quota after {@code ./run}, in a real browser, on the server under test. */
@Tag("browser")
class QuotaBrowserIT {

    private static Run run;
    private Browser browser;

    @BeforeAll
    static void start() throws Exception {
        run = Run.shared();
    }

    @BeforeEach
    void logIn() {
        browser = Browser.one(run.address()).open("").logIn(run.user(), run.password());
    }

    @Test
    void page_afterACall_showsBothLimitsAndTheHour() throws Exception {
        browser.open("try.xhtml").press("calls:profile");
        assertThat(browser.text("verdict")).isEqualTo("Success");

        browser.open("quota.xhtml");

        assertThat(browser.text("use0")).matches("(?s)This IP address [1-9]\\d* of 100 requests in a minute.*");
        assertThat(browser.text("use1"))
                .matches("(?s)Configured access token: Default application [1-9]\\d* of 1000.*");
        assertThat(browser.text("sums")).matches("[1-9]\\d* permitted .*");
        assertThat(browser.text("database")).isEqualTo("This node keeps to its own limits.");
        assertThat(browser.source()).contains("<rect class=\"permitted\"");
        assertThat(browser.barriers()).isEmpty();
        browser.keep("quota");
    }

    /** Requests wait for the quota for five seconds at most, so that the page is opened meanwhile, if need be several times. */
    @Test
    void page_platformRefusesARequest_showsUntilWhenAndWhoWaits() throws Exception {
        Browser caller = Browser.other(run.address()).open("").logIn(run.user(), run.password());

        for (int attempt = 0; attempt < 5 && !browser.has("requests"); attempt++) {
            caller.open("try.xhtml");
            run.refuseNextCall(5);
            assertThat(caller.press("calls:endpoint").text("verdict")).isEqualTo("TooManyRequestsException");
            caller.pressAndGoOn("calls:endpoint");
            long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            do {
                browser.open("quota.xhtml");
            } while (!browser.has("requests") && System.nanoTime() < end);
            caller.await("outcome");
        }

        assertThat(browser.text("requests")).contains("Default application", "interactive");
        assertThat(browser.text("use0")).contains("Closed: the platform refused a request (429)");
        assertThat(browser.text("sums")).matches(".* [1-9]\\d* refused by the platform \\(429\\)");
        assertThat(browser.barriers()).isEmpty();
        browser.keep("quota-closed");
    }
}
