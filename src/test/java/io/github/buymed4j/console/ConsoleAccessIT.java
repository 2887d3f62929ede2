package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.server.ConsoleVisit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console by HTTP alone, after {@code ./run}: who gets in, what a page weighs, and that it works without JavaScript. */
@Tag("browser")
class ConsoleAccessIT {

    private static final HttpClient STRANGER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Run run;

    @BeforeAll
    static void start() throws Exception {
        run = Run.shared();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.xhtml",
                "quota.xhtml",
                "accounts.xhtml",
                "security.xhtml",
                "try.xhtml",
                "rotation.xhtml",
                "trail.csv",
                "live",
                "console.js",
                "index.xhtml;x=y",
                "login.xhtml/../index.xhtml",
                "login.xhtml/..;/index.xhtml",
                "console.css/..;/trail.csv",
                "%69ndex.xhtml",
                "./index.xhtml",
                "/index.xhtml",
                "//trail.csv",
                "trail.csv/",
                "trail.csv;a",
                "trail.csv%2f..",
                "live/",
                "live;a=b",
                "LIVE",
                "index.xhtml%00",
                "index.jsf",
                "faces/index.xhtml",
                "WEB-INF/console.xhtml",
                "WEB-INF/tags/time.xhtml",
                "web-inf/web.xml",
                "login.xhtml/WEB-INF/web.xml",
                "jakarta.faces.resource/../WEB-INF/web.xml",
                "jakarta.faces.resource/..%2fWEB-INF%2fweb.xml.xhtml",
                "health/../index.xhtml",
                "buymed/callback/../../security.xhtml",
                "META-INF/microprofile-config.properties",
                "WEB-INF/classes/META-INF/microprofile-config.properties",
            })
    void address_ofAStranger_showsNothingOfTheConsole(String path) throws Exception {
        assertThat(RawRequest.get(run.address(), path))
                .as(path)
                .doesNotMatch(ConsoleWar.CONTENT)
                .doesNotContain("<web-app", "connect-page");
    }

    @Test
    void addresses_afterLogOut_showNothingOfTheConsole() throws Exception {
        ConsoleVisit visit = logIn();
        assertThat(text(visit.get("index.xhtml"))).matches(ConsoleWar.CONTENT);
        assertThat(text(visit.get("trail.csv"))).matches(ConsoleWar.CONTENT);

        visit.press("session", "logOut");

        List<String> paths = new ArrayList<>(ConsoleWar.PAGES);
        paths.addAll(List.of("trail.csv", "live", "console.js"));
        for (String path : paths) {
            assertThat(text(visit.get(path))).as(path).doesNotMatch(ConsoleWar.CONTENT);
        }
    }

    @Test
    void pages_all_allowOnlyScriptsOfTheirOwn() throws Exception {
        ConsoleVisit visit = logIn();

        for (String page : ConsoleWar.PAGES) {
            assertThat(visit.get(page).headers().allValues("Content-Security-Policy"))
                    .as(page)
                    .singleElement()
                    .asString()
                    .startsWith("default-src 'self';")
                    .doesNotContain("unsafe", "script-src");
        }
    }

    @Test
    void form_postedByAStranger_doesNothing() throws Exception {
        int before = run.countOfRequests("/v1/endpoint");
        for (String fields : List.of(
                "calls=calls&calls%3Aendpoint=x&jakarta.faces.ViewState=x",
                "actions=actions&actions%3Aprobe=x&jakarta.faces.ViewState=stateless")) {
            for (String page : List.of("try.xhtml", "index.xhtml", "login.xhtml", "error.xhtml")) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(run.address() + page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields))
                        .build();
                assertThat(STRANGER.send(request, BodyHandlers.ofString()).body())
                        .doesNotMatch(ConsoleWar.CONTENT);
            }
        }

        assertThat(run.countOfRequests("/v1/endpoint")).isEqualTo(before);
    }

    @Test
    void actions_ofAStranger_doNothing() throws Throwable {
        ConsoleVisit operator = logIn();
        List<HttpRequest> requests = ConsoleAction.all(operator);
        ConsoleVisit stranger = ConsoleVisit.of(URI.create(run.address()));

        assertNothingIsSent(() -> ConsoleAction.assertNothingIsDone(operator, stranger, requests));
    }

    @Test
    void actions_afterLogOut_doNothing() throws Throwable {
        ConsoleVisit gone = logIn();
        List<HttpRequest> requests = ConsoleAction.all(gone);
        gone.press("session", "logOut");

        assertNothingIsSent(() -> ConsoleAction.assertNothingIsDone(logIn(), gone, requests));
    }

    /** Another site can make the operator's browser send a form, but does not know the page's view state. */
    @ParameterizedTest
    @ValueSource(strings = {"", "stateless", "x", "1:1"})
    void actions_forgedFromElsewhere_doNothing(String viewState) throws Throwable {
        ConsoleVisit operator = logIn();
        String before = ConsoleAction.trail(operator);

        assertNothingIsSent(() -> {
            for (ConsoleAction action : ConsoleAction.ALL) {
                operator.send(action.filledIn(operator, Map.of("jakarta.faces.ViewState", viewState)));
            }
            operator.open("index.xhtml");
            operator.send(operator.filledIn("session", "logOut", Map.of("jakarta.faces.ViewState", viewState)));
        });

        assertThat(ConsoleAction.trail(operator)).isEqualTo(before);
    }

    @Test
    void actions_asParametersOfAnAddress_doNothing() throws Throwable {
        ConsoleVisit operator = logIn();
        String before = ConsoleAction.trail(operator);

        assertNothingIsSent(() -> {
            for (ConsoleAction action : ConsoleAction.ALL) {
                String fields = "?" + action.form() + "=" + action.form() + "&" + action.form() + "%3A"
                        + action.button() + "=x&pharmacies%3Aaccount=tenant-1&secret=x&jakarta.faces.ViewState=x";
                operator.get(action.page() + fields);
            }
        });

        assertThat(ConsoleAction.trail(operator)).isEqualTo(before);
    }

    private static ConsoleVisit logIn() throws IOException, InterruptedException {
        return ConsoleVisit.logIn(URI.create(run.address()), run.password());
    }

    /** Neither to the platform nor to the file of the staged secret. */
    private static void assertNothingIsSent(Executable forgery) throws Throwable {
        int calls = run.countOfRequests("/v1/endpoint") + run.countOfRequests("/api/v1/pharmacy/profile");
        forgery.execute();

        assertThat(run.countOfRequests("/v1/endpoint") + run.countOfRequests("/api/v1/pharmacy/profile"))
                .isEqualTo(calls);
        assertThat(run.staged()).doesNotExist();
    }

    @Test
    void actions_withoutJavaScript_work() throws Exception {
        ConsoleVisit visit = logIn();

        visit.press("actions", "look");
        assertThat(visit.page()).contains("The sources were read.");
        visit.press("actions", "probe");
        assertThat(visit.text("verdict")).isEqualTo("Success");
        visit.open("security.xhtml");
        visit.press("audits", "audit");

        assertThat(visit.page())
                .containsPattern("<time datetime=\"20[-0-9]{8}T[0-9:]{8}Z\">20[-0-9]{8} [0-9:]{8} UTC</time>")
                .contains("<noscript>");
        visit.open("security.xhtml?show=operators&search=audit");
        assertThat(visit.page()).contains("operator ran the security audit").doesNotContain("credentials' sources");
    }

    @Test
    void accounts_withoutJavaScript_work() throws Exception {
        ConsoleVisit visit = logIn();
        Map<String, String> pharmacy = Map.of("pharmacies:account", "tenant-without-script");

        visit.open("accounts.xhtml");
        visit.press("pharmacies", "profile", pharmacy);
        assertThat(visit.text("verdict")).isEqualTo("AuthorizationRequiredException");
        visit.press("pharmacies", "disconnect", pharmacy);
        assertThat(visit.page()).contains("Not connected: tenant-without-script");
        visit.press("pharmacies", "connect", pharmacy);
        assertThat(visit.page()).as("the platform's page").contains("id=\"log-in\"");
        visit.open("accounts.xhtml?part=tenant-without-script&attention=yes");
        assertThat(visit.text("nothing")).isEqualTo("No account found.");

        visit.open("security.xhtml?show=operators");
        assertThat(visit.page())
                .contains("operator could not disconnect a pharmacy: it is not connected")
                .contains("page to authorize: tenant-without-script");
    }

    @Test
    void rotationAndTry_withoutJavaScript_work() throws Exception {
        ConsoleVisit visit = logIn();
        String secret = Canary.secret();

        for (String button : List.of("endpoint", "profile")) {
            visit.call(button);
            assertThat(visit.text("verdict")).as(button).isEqualTo("Success");
        }
        visit.open("rotation.xhtml");
        visit.press("watch", "call");
        assertThat(visit.text("verdict")).isEqualTo("Success");
        try {
            visit.press("staging", "stage", Map.of("secret", secret));
            assertThat(visit.page().contains(secret)).as("the secret is shown").isFalse();
            assertThat(visit.page()).contains("Staged, fingerprint ");
            assertThat(run.staged()).exists();
        } finally {
            run.unstage();
        }
    }

    @Test
    void languageAndLogOut_withoutJavaScript_work() throws Exception {
        ConsoleVisit visit = logIn();

        visit.open("index.xhtml?language=vi");
        visit.open("quota.xhtml");
        assertThat(visit.page()).contains("<h1>Hạn mức</h1>");
        visit.press("session", "logOut");
        assertThat(visit.page()).contains("<h1>Đăng nhập</h1>");
    }

    @Test
    void trail_downloaded_isTheTableWithoutASecret() throws Exception {
        ConsoleVisit visit = logIn();
        visit.press("actions", "look");

        HttpResponse<byte[]> reply = visit.get("trail.csv?show=operators");

        assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(reply.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(reply.headers().firstValue("Content-Security-Policy").orElse(""))
                .doesNotContain("unsafe");
        assertThat(text(reply))
                .startsWith("\"time\",\"event\",\"alarming\",\"application\",\"detail\",\"line\"\r\n")
                .contains("\"BUYMED-5003\"")
                .doesNotContain("BUYMED-2004")
                .doesNotContainPattern("(sk|at|rt)_sandbox_[A-Za-z0-9]{40}");
    }

    @Test
    @Timeout(60)
    void updates_asSent_haveNoSecret() throws Exception {
        ConsoleVisit visit = logIn();
        visit.press("actions", "probe");

        String updates = String.join("\n", visit.lines("live", 2));

        assertThat(updates).contains("data: {").doesNotContainPattern("(sk|at|rt)_sandbox_[A-Za-z0-9]{40}");
    }

    @Test
    void page_cold_isSmallAndSoonThere() throws Exception {
        ConsoleVisit visit = logIn();
        StringBuilder figures = new StringBuilder("page, bytes with style sheet, script and icon, median time in ms\n");
        int besides = size(visit, "console.css") + size(visit, "console.js") + size(visit, "icon.svg");
        for (String page : ConsoleWar.PAGES) {
            int bytes = size(visit, page) + besides;
            long millis = medianMillis(visit, page);
            figures.append(page)
                    .append(", ")
                    .append(bytes)
                    .append(", ")
                    .append(millis)
                    .append('\n');
            assertThat(bytes).as(page).isLessThan(150_000);
            assertThat(millis).as(page).isLessThan(300);
        }
        Path folder = Files.createDirectories(Path.of(System.getProperty("server.logs"), "screenshots"));
        Files.writeString(folder.resolve("console-pages.csv"), figures);
    }

    private static int size(ConsoleVisit visit, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> reply = visit.get(path);
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        return reply.body().length;
    }

    private static long medianMillis(ConsoleVisit visit, String page) throws IOException, InterruptedException {
        long[] nanos = new long[9];
        for (int i = 0; i < nanos.length; i++) {
            long begin = System.nanoTime();
            visit.get(page);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return TimeUnit.NANOSECONDS.toMillis(nanos[nanos.length / 2]);
    }

    private static String text(HttpResponse<byte[]> reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
