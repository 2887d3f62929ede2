package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.console.Run.Login;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The story of the credentials guide after {@code ./run}, from the developer's account to a pharmacy's profile, in a real browser. */
@Tag("browser")
class StoryBrowserIT {
    private static final String PASSWORD = "a password of the story";
    private static final List<String> SCOPES =
            List.of("pharmacy-order-read", "pharmacy-product-read", "pharmacy-profile-read");

    private Run run;
    private String credentials;
    private Browser developer;
    private Browser administrator;

    @BeforeEach
    void start() throws Exception {
        run = Run.shared();
        credentials = run.credentials();
        developer = Browser.one(run.address());
        administrator = Browser.other(run.address());
    }

    @AfterEach
    void stop() throws Exception {
        run.replaceCredentials(credentials);
        run.awaitReading();
    }

    @Test
    void story_fromTheAccountToTheProfile_isTold() throws Exception {
        String settings = createApplication();
        approve(settings);
        Login first = readCredentials(settings);
        run.give(first.user(), first.password());
        run.awaitReading();
        logInToTheConsole();
        assertThat(call("endpoint")).isEqualTo("Success");
        developer.keep("04-first-call");
        assertThat(developer.open("").text("clientId")).isEqualTo(first.user());

        Login second = regenerate(settings);
        run.give(second.user(), second.password());
        assertThat(call("endpoint")).as("right after the regeneration").isEqualTo("Success");
        useDeadSecret(first);
        assertThat(developer.open(settings + "/activity").text("dead-secret")).contains("127.0.0.1");
        keep(developer, "06-dead-secret");

        requestScopes(settings);
        connectPharmacy();
        assertThat(developer.text("detail")).startsWith("Nhà thuốc Đồng Ý, customer ");
        developer.keep("09-profile");
        administrator.open(settings + "/permission").press("withdraw-pharmacy-profile-read");
        developer
                .open("accounts.xhtml")
                .type("pharmacies:account", "tenant-of-the-story")
                .press("pharmacies:profile");
        assertThat(developer.text("verdict")).isNotEqualTo("Success");
        developer.keep("10-withdrawn");
    }

    /** A page of the sandbox: kept as a picture, and without a barrier. */
    private static Browser keep(Browser browser, String name) throws IOException {
        assertThat(browser.barriers()).as(name).isEmpty();
        return browser.keep(name);
    }

    private String createApplication() throws IOException {
        developer
                .open("sandbox/sign-up")
                .type("account", "an.nguyen")
                .type("password", PASSWORD)
                .tick("agreement")
                .press("create-account")
                .type("name", "Phần mềm nhà thuốc")
                .type("purpose", "Đồng bộ đơn hàng")
                .type("redirect-uri", run.address() + "buymed/callback")
                .press("create");
        assertThat(developer.text("status")).isEqualTo("Pending");
        keep(developer, "01-application");
        return developer.url().substring(run.address().length());
    }

    private void approve(String settings) throws IOException {
        Login login = run.administrator();
        administrator.open("sandbox/").type("account", login.user()).type("password", login.password());
        keep(administrator.press("log-in").open(settings), "02-review").press("approve");
        assertThat(administrator.text("status")).isEqualTo("Active");
    }

    private Login readCredentials(String settings) throws IOException {
        keep(developer.open(settings), "03-settings").type("password", PASSWORD).press("reveal");
        assertThat(developer.barriers().size()).as("the page with the secret").isZero();
        Login credentials = new Login(developer.text("client-id"), developer.text("client-secret"));
        assertThat(developer.open(settings).source()).doesNotContain(credentials.password());
        return credentials;
    }

    private Login regenerate(String settings) throws IOException {
        keep(developer.open(settings).press("regenerate"), "05-regenerate");
        developer.type("password", PASSWORD).press("regenerate-now");
        return new Login(developer.text("client-id"), developer.text("client-secret"));
    }

    private void logInToTheConsole() {
        developer.open("").logIn(run.user(), run.password());
    }

    private String call(String button) {
        developer.open("try.xhtml").press("calls:" + button);
        return developer.text("verdict");
    }

    private void useDeadSecret(Login dead) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(run.address() + "sandbox/v1/endpoint"))
                .header("Client-ID", dead.user())
                .header("Client-Secret", dead.password())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);
    }

    private void requestScopes(String settings) throws IOException {
        keep(developer.open(settings + "/permission"), "07-permission");
        for (String scope : SCOPES) {
            developer.type("justification-" + scope, "Đồng bộ đơn hàng").press("request-" + scope);
        }
        keep(administrator.open(settings + "/permission"), "07-requests");
        for (String scope : SCOPES) {
            administrator.press("grant-" + scope);
        }
    }

    private void connectPharmacy() throws IOException, InterruptedException {
        Login pharmacy = run.pharmacy("story", "Nhà thuốc Đồng Ý");
        developer
                .open("accounts.xhtml")
                .type("pharmacies:account", "tenant-of-the-story")
                .press("pharmacies:connect");
        developer.type("account", pharmacy.user()).type("password", pharmacy.password());
        keep(developer.press("log-in"), "08-consent").press("allow");
        developer
                .await("pharmacies:account")
                .type("pharmacies:account", "tenant-of-the-story")
                .press("pharmacies:profile");
        assertThat(developer.text("verdict")).isEqualTo("Success");
    }
}
