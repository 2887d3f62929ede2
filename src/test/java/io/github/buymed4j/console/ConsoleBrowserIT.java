package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.server.ConsoleVisit;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;

/** What an operator sees and does after {@code ./run}, in a real browser, on the server under test. */
@Tag("browser")
class ConsoleBrowserIT {

    private static final String SECRETS = "(?s).*(sk|at|rt)_sandbox_[A-Za-z0-9]{40}.*";

    private static Run run;
    private Browser browser;

    @BeforeAll
    static void start() throws Exception {
        run = Run.shared();
    }

    @BeforeEach
    void open() {
        browser = Browser.one(run.address());
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
    void logIn_inVietnamese_isRefusedInVietnamese() {
        browser.open("login.xhtml?language=vi");
        assertThat(browser.heading()).isEqualTo("Đăng nhập");

        browser.logIn(run.user(), run.password() + "x");
        assertThat(browser.text("login:refusal")).isEqualTo("Tên người dùng hoặc mật khẩu không đúng.");
        browser.press("login:submit");
        assertThat(browser.text("login")).contains("Hãy nhập mật khẩu.");
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

        browser.open("try.xhtml").press("calls:endpoint");

        assertThat(browser.text("call")).isEqualTo("POST /v1/endpoint");
        assertThat(browser.text("verdict")).isEqualTo("Success");
        assertThat(browser.text("detail")).contains("Hello from the operator's console");
        assertThat(browser.text("duration")).matches("\\d+ ms");
        assertNoSecret();
        assertThat(browser.open("").text("state")).isEqualTo("Accepted by the platform");
    }

    @Test
    void audit_pressed_showsWhatItFinds() {
        logIn();

        browser.open("security.xhtml").press("audits:audit");

        assertThat(browser.text("findings")).contains("Note\nBUYMED-2004", "buymed/mp-rest/url", "use https");
        assertThat(browser.text("entries")).contains("BUYMED-2004", "operator ran the security audit");
        assertNoSecret();
    }

    @Test
    void events_filtered_areThoseAskedFor() {
        logIn();
        browser.open("security.xhtml").press("audits:audit");

        browser.open("security.xhtml?show=operators");
        assertThat(browser.text("entries")).contains("BUYMED-5003").doesNotContain("BUYMED-2004");
        browser.type("search", "no such event").press("filter");
        assertThat(browser.url()).endsWith("security.xhtml?show=operators&search=no+such+event");
        assertThat(browser.text("events")).isEqualTo("No event matches.");
    }

    @Test
    void look_pressed_readsTheSources_andIsAnEventWithTheOperatorsName() {
        logIn();

        browser.press("actions:look");

        assertThat(browser.text("messages")).contains(browser.text("fingerprint"));
        browser.open("security.xhtml?show=operators");
        assertThat(browser.text("entries")).contains("operator looked at the credentials' sources");
    }

    @Test
    void probe_asked_saysWhatItCosts_thenSendsOneRequest() {
        logIn();
        assertThat(browser.isShown("actions:probe")).isFalse();

        browser.click("summary");
        assertThat(browser.text("ask")).contains("counts against the quota");
        browser.press("actions:probe");

        assertThat(browser.text("verdict")).isEqualTo("Success");
        assertThat(browser.text("timeline")).contains("Credentials loaded");
        browser.open("security.xhtml?show=operators");
        assertThat(browser.text("entries")).contains("operator sent a request to see whether", "/v1/endpoint: Success");
        assertNoSecret();
    }

    @Test
    void callEndpoint_pressed_showsTheRequestAsItWasSentWithoutTheSecret() throws Exception {
        logIn();

        browser.open("try.xhtml").press("calls:endpoint");

        String[] request = browser.text("request").split("\n");
        assertThat(request[0]).isEqualTo("POST " + run.address() + "sandbox/v1/endpoint");
        assertThat(request)
                .contains("X-Service-Region: vn")
                .anyMatch(line -> line.matches("Client-Secret: \\[secret [0-9a-f]{8}]"));
        assertThat(request[request.length - 1]).isEqualTo("{\"message\":\"Hello from the operator's console\"}");
        assertThat(run.namesOfHeaders("/v1/endpoint")).containsAll(namesIn(request));
        assertThat(browser.text("reply")).startsWith("HTTP 200\n").contains("Hello from the operator's console");
        assertNoSecret();
    }

    @Test
    void callProfile_pressed_showsEachHeaderThatWasSent() throws Exception {
        logIn();

        browser.open("try.xhtml").press("calls:profile");

        String[] request = browser.text("request").split("\n");
        assertThat(request).anyMatch(line -> line.matches("Authorization: Bearer \\[secret [0-9a-f]{8}]"));
        assertThat(namesIn(request))
                .contains("accept", "authorization", "client-id", "client-secret", "content-type", "x-service-region")
                .isSubsetOf(run.namesOfHeaders("/api/v1/pharmacy/profile"));
        assertNoSecret();
    }

    private static Set<String> namesIn(String[] request) {
        return Stream.of(request)
                .skip(1)
                .filter(line -> line.matches("[\\w-]+: .*"))
                .map(line -> line.replaceAll(":.*", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void openPage_someoneElseActs_isUpdatedWithoutAReload() throws Exception {
        logIn();
        browser.open("security.xhtml").press("audits:audit");
        assertThat(browser.first("#entries tbody tr")).contains("ran the security audit");
        assertThat(browser.first("#live [data-when=on]:not(.off)")).isEqualTo("Updated every second");
        browser.mark();

        ConsoleVisit other = ConsoleVisit.logIn(URI.create(run.address()), run.password());
        other.press("actions", "look");

        assertThat(browser.awaitFirstRow("entries", "looked at the credentials"))
                .isTrue();
        assertThat(browser.isMarked()).as("the same page, not loaded again").isTrue();
        assertNoSecret();
    }

    @Test
    void openPage_afterLogOutElsewhere_saysThatTheSessionHasEnded() throws Exception {
        logIn();
        assertThat(browser.first("#live [data-when=on]:not(.off)")).isNotBlank();

        browser.logOutBesides();

        assertThat(browser.first("#live [data-when=ended]:not(.off)")).startsWith("The session has ended.");
    }

    @Test
    void operator_withTheKeyboardAlone_logsInAndCalls() {
        browser.open("").tabTo("login:user").keys(run.user());
        browser.tabTo("login:password").keys(run.password(), Keys.ENTER);
        assertThat(browser.await("clientId").heading()).isEqualTo("Overview");

        browser.keys(Keys.TAB, Keys.ENTER); // over the navigation
        browser.tabTo("page-try").keys(Keys.ENTER);
        browser.await("calls:endpoint").tabTo("calls:endpoint").keys(Keys.ENTER);

        assertThat(browser.text("verdict")).isEqualTo("Success");
    }

    @Test
    void language_switched_isKept() {
        logIn();

        browser.open("security.xhtml?show=operators").press("language");

        assertThat(browser.heading()).isEqualTo("Bảo mật");
        assertThat(browser.url()).endsWith("security.xhtml?show=operators&language=vi");
        assertThat(browser.open("try.xhtml").heading()).isEqualTo("Gọi thử");
        browser.press("language");
        assertThat(browser.open("try.xhtml").heading()).isEqualTo("Try");
    }

    @Test
    void callProfile_pressed_showsThePharmacy() {
        logIn();

        browser.open("try.xhtml").press("calls:profile");

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

        browser.open("try.xhtml").press("calls:profile");

        assertThat(browser.text("verdict")).isEqualTo("AccessTokenRejectedException");
        assertThat(browser.text("detail")).contains("401", "INVALID_TOKEN");
        assertNoSecret();
    }

    @Test
    void callEndpoint_forgedFromElsewhere_callsNothing() {
        logIn();

        browser.open("try.xhtml").forgeViewState().press("calls:endpoint");
        assertThat(browser.source()).doesNotContain("verdict");

        browser.open("try.xhtml?calls=calls&calls%3Aendpoint=x");
        assertThat(browser.heading()).isEqualTo("Try");
        assertThat(browser.source()).doesNotContain("verdict");
    }

    @ParameterizedTest
    @CsvSource({"en, light", "en, dark", "vi, light"})
    void pages_inEachLanguageAndColours_haveNoBarrier_andFitIntoANarrowWindow(String language, String colours)
            throws Exception {
        browser.narrow(360).prefer(colours);
        for (String page : List.of("login.xhtml?language=" + language, "error.xhtml", "expired.xhtml")) {
            assertGood(page, language, colours);
        }
        logIn();
        browser.open("security.xhtml").press("audits:audit");
        for (String page : ConsoleWar.PAGES) {
            assertGood(page, language, colours);
            assertThat(browser.first("nav a[aria-current=page]")).isEqualTo(browser.heading());
        }
    }

    private void assertGood(String page, String language, String colours) throws Exception {
        browser.open(page);
        browser.keep("console-" + language + "-" + colours + "-" + page.replaceAll("\\W.*", ""));
        assertThat(browser.source()).contains("lang=\"" + language + "\"").doesNotContain("???");
        assertThat(browser.barriers()).as(page).isEmpty();
        assertThat(browser.width()).as(page).isLessThanOrEqualTo(360);
    }

    @Test
    void time_withJavaScript_isShownInTheReadersZone() {
        logIn();

        browser.open("security.xhtml").press("audits:audit");

        assertThat(browser.source()).containsPattern("<time datetime=\"20[-0-9]{8}T[0-9:]{8}Z\"");
        assertThat(browser.first("#entries time")).matches("\\w{3} \\d+, 20\\d\\d, \\d+:\\d\\d:\\d\\d\\h[AP]M UTC");
        browser.inZone("Asia/Ho_Chi_Minh").open("security.xhtml");
        try {
            assertThat(browser.first("#entries time"))
                    .matches("\\w{3} \\d+, 20\\d\\d, \\d+:\\d\\d:\\d\\d\\h[AP]M GMT\\+7");
        } finally {
            browser.inZone("");
        }
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
