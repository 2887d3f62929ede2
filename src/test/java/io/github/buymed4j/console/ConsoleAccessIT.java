package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console by HTTP alone, after {@code ./run}: who gets in, what a page weighs, and that it works without JavaScript. */
@Tag("browser")
class ConsoleAccessIT {

    /** What only an operator sees: an event, a Client ID, a heading, the script. */
    private static final String CONTENT = "(?s).*(BUYMED-\\d|buymed_app_|<h2|EventSource|data: \\{).*";

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
                .doesNotMatch(CONTENT)
                .doesNotContain("<web-app", "connect-page");
    }

    @Test
    void addresses_afterLogOut_showNothingOfTheConsole() throws Exception {
        ConsoleVisit visit = ConsoleVisit.logIn(URI.create(run.address()), run.password());
        assertThat(text(visit.get("index.xhtml"))).matches(CONTENT);
        assertThat(text(visit.get("trail.csv"))).matches(CONTENT);

        visit.press("session", "logOut");

        List<String> paths = new ArrayList<>(ConsoleWar.PAGES);
        paths.addAll(List.of("trail.csv", "live", "console.js"));
        for (String path : paths) {
            assertThat(text(visit.get(path))).as(path).doesNotMatch(CONTENT);
        }
    }

    @Test
    void pages_all_allowOnlyScriptsOfTheirOwn() throws Exception {
        ConsoleVisit visit = ConsoleVisit.logIn(URI.create(run.address()), run.password());

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
                        .doesNotMatch(CONTENT);
            }
        }

        assertThat(run.countOfRequests("/v1/endpoint")).isEqualTo(before);
    }

    @Test
    void actions_withoutJavaScript_work() throws Exception {
        ConsoleVisit visit = ConsoleVisit.logIn(URI.create(run.address()), run.password());

        visit.press("actions", "look");
        assertThat(visit.page()).contains("The sources were read.");
        visit.press("actions", "probe");
        assertThat(visit.text("verdict")).isEqualTo("Success");
        visit.open("security.xhtml");
        visit.press("audits", "audit");

        assertThat(visit.page())
                .containsPattern("<time datetime=\"20[-0-9]{8}T[0-9:]{8}Z\">20[-0-9]{8} [0-9:]{8} UTC</time>")
                .contains("<noscript>");
    }

    @Test
    void trail_downloaded_isTheTableWithoutASecret() throws Exception {
        ConsoleVisit visit = ConsoleVisit.logIn(URI.create(run.address()), run.password());
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
        ConsoleVisit visit = ConsoleVisit.logIn(URI.create(run.address()), run.password());
        visit.press("actions", "probe");

        String updates = String.join("\n", visit.lines("live", 2));

        assertThat(updates).contains("data: {").doesNotContainPattern("(sk|at|rt)_sandbox_[A-Za-z0-9]{40}");
    }

    @Test
    void page_cold_isSmallAndSoonThere() throws Exception {
        ConsoleVisit visit = ConsoleVisit.logIn(URI.create(run.address()), run.password());
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
