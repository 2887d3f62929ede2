package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.kit.SandboxControl;
import io.github.buymed4j.kit.SandboxProcess;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * The credentials guide without a mouse: every page of the portal and of the consent is used with the keyboard alone. The pages are
 * the same on each server, so that they are tried on the sandbox's jar.
 */
@Tag("browser")
@Tag("sandbox-jar")
class KeyboardBrowserIT {
    private static final String PASSWORD = "a password of the keyboard";
    private static final List<String> SCOPES = List.of("pharmacy-order-read", "pharmacy-profile-read");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private SandboxProcess sandbox;
    private Browser developer;
    private Browser administrator;

    @BeforeEach
    void start() throws IOException {
        sandbox = SandboxProcess.start("--port", "0");
        developer = Browser.one(sandbox.uri() + "/");
        administrator = Browser.other(sandbox.uri() + "/");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void story_withTheKeyboardAlone_isTold() throws Exception {
        skipTheHeader();
        createAccount();
        String app = createApplication();
        review(app);
        String clientId = revealTheSecret(app);
        String secret = regenerate();
        getScopes(app);
        tryIt();
        authorize(clientId, secret);
        deactivate(app);
        logOut();
    }

    /** What the check above finds, so that its silence means something. */
    @Test
    void barriers_ofAPageThatHasThem_areFound() throws Exception {
        String page = "<a href='x'>first</a> <i onclick='x()'>mouse</i> <button tabindex='2'>early</button>"
                + "<input style='outline: none'><textarea onkeydown='event.preventDefault()'></textarea> <a href='y'>never</a>";
        assertThat(Browser.one("data:text/html,").open(page).keyboardBarriers())
                .anyMatch(barrier -> barrier.startsWith("for the mouse: <i"))
                .anyMatch(barrier -> barrier.startsWith("out of order: <button"))
                .anyMatch(barrier -> barrier.startsWith("focus not visible: <input"))
                .anyMatch(barrier -> barrier.startsWith("not <a href=\"y\">"))
                .contains("a trap: textarea");
    }

    private static void assertUsable(Browser browser, String page) {
        assertThat(browser.keyboardBarriers()).as(page).isEmpty();
    }

    private void skipTheHeader() {
        assertUsable(developer.open(""), "log-in");
        developer.open("").keys(Keys.TAB, Keys.ENTER, Keys.TAB);
        assertThat(developer.focused()).isEqualTo("account");
        developer.tabTo("language").leaveWith(Keys.ENTER);
        assertThat(developer.source()).contains("lang=\"vi\"");
        developer.tabTo("language").leaveWith(Keys.ENTER);
    }

    private void createAccount() {
        assertUsable(developer.tabTo("sign-up").leaveWith(Keys.ENTER), "sign-up");
        developer.tabTo("account").keys("an.nguyen").tabTo("password").keys("short");
        developer.tabTo("agreement").keys(Keys.SPACE).tabTo("create-account").keys(Keys.ENTER);
        assertThat(developer.focused()).as("the password is too short").isEqualTo("password");
        developer
                .keyWith(Keys.CONTROL, "a")
                .keys(PASSWORD)
                .tabTo("create-account")
                .leaveWith(Keys.SPACE);
        assertThat(developer.heading()).isEqualTo("Apps");
        assertThat(developer.text("agreed-at")).startsWith("Agreement accepted");
    }

    /** Returns the address of its settings. */
    private String createApplication() {
        assertUsable(developer, "no apps");
        developer.tabTo("name").keys("Phần mềm nhà thuốc").tabTo("purpose").keys("Đồng bộ đơn hàng");
        developer.tabTo("redirect-uri").keys("http://127.0.0.1/no-such-scheme?").leaveWith(Keys.ENTER);
        assertUsable(developer, "a refused form");
        developer.tabTo("redirect-uri").keyWith(Keys.CONTROL, "a").keys(sandbox.uri() + "/callback");
        assertUsable(developer.tabTo("create").leaveWith(Keys.SPACE), "pending application");
        assertThat(developer.text("status")).isEqualTo("Pending");
        return developer.url().substring(sandbox.uri().toString().length() + 1);
    }

    private void review(String app) {
        administrator.open("").tabTo("account").keys("administrator");
        administrator
                .tabTo("password")
                .keys(sandbox.passwordOf("administrator"))
                .leaveWith(Keys.ENTER);
        assertUsable(administrator, "all applications");
        administrator.tabTo("Phần mềm nhà thuốc").leaveWith(Keys.ENTER);
        assertUsable(administrator, "review");
        administrator.tabTo("approve").leaveWith(Keys.SPACE);
        assertThat(administrator.text("status")).isEqualTo("Active");
        assertThat(administrator.url()).endsWith(app);
    }

    /** Returns the Client ID. */
    private String revealTheSecret(String app) {
        assertUsable(developer.tabTo("All apps").leaveWith(Keys.ENTER), "news");
        developer.tabTo("Phần mềm nhà thuốc").leaveWith(Keys.ENTER);
        assertThat(developer.url()).endsWith(app);
        assertUsable(developer, "settings, the secret unseen");
        developer.tabTo("password").keys(PASSWORD).tabTo("reveal").leaveWith(Keys.SPACE);
        assertUsable(developer, "the secret");
        assertThat(developer.text("client-secret")).startsWith("sk_");
        return developer.text("client-id");
    }

    /** Returns the new secret. */
    private String regenerate() {
        assertUsable(developer.tabTo("Settings").leaveWith(Keys.ENTER), "settings");
        assertUsable(developer.tabTo("regenerate").leaveWith(Keys.ENTER), "regenerate");
        developer.tabTo("password").keys("wrong");
        assertUsable(developer.tabTo("regenerate-now").leaveWith(Keys.ENTER), "regenerate, refused");
        developer.tabTo("password").keys(PASSWORD).leaveWith(Keys.ENTER);
        assertThat(developer.text("client-secret")).startsWith("sk_");
        return developer.text("client-secret");
    }

    private void getScopes(String app) {
        assertUsable(developer.tabTo("Permission").leaveWith(Keys.ENTER), "permission");
        for (String scope : SCOPES) {
            developer.tabTo("justification-" + scope).keys("Đồng bộ").tabTo("request-" + scope);
            developer.leaveWith(Keys.SPACE);
        }
        assertUsable(developer, "permission, requested");
        administrator.open(app).tabTo("Permission").leaveWith(Keys.ENTER);
        assertUsable(administrator, "permission, to be granted");
        for (String scope : SCOPES) {
            administrator.tabTo("grant-" + scope).leaveWith(Keys.ENTER);
        }
        assertUsable(developer.tabTo("Permission").leaveWith(Keys.ENTER), "permission, active");
    }

    private void tryIt() {
        assertUsable(developer.tabTo("Try it").leaveWith(Keys.ENTER), "try it");
        developer.tabTo("endpoint").keys(Keys.ARROW_DOWN).tabTo("send").leaveWith(Keys.SPACE);
        assertThat(developer.text("request")).startsWith("GET /api/v1/pharmacy/profile");
        assertUsable(developer, "the reply");
        assertUsable(developer.tabTo("Activity").leaveWith(Keys.ENTER), "activity");
        assertUsable(developer.tabTo("only-refused").leaveWith(Keys.ENTER), "refused requests");
        assertUsable(developer.open("apps/9999"), "no such application");
    }

    /** The pharmacy changes to another account, grants one scope of two, and the token has only that one. */
    private void authorize(String clientId, String secret) throws IOException, InterruptedException {
        assertUsable(developer.open("oauth/authorize?clientID=unknown"), "unknown application");
        developer.open("oauth/authorize?responseType=code&state=s&clientID=" + clientId + "&redirectUri="
                + sandbox.uri() + "/callback&scope=pharmacy:order:read%20pharmacy:profile:read");
        assertUsable(developer, "log-in of the pharmacy");
        developer.tabTo("account").keys("demo").tabTo("password").keys(sandbox.passwordOf("demo"));
        assertUsable(developer.leaveWith(Keys.ENTER), "consent");
        developer.tabTo("other-account").leaveWith(Keys.ENTER);
        String password = json(new SandboxControl(sandbox.uri())
                        .send("POST", "accounts", "{\"account\":\"an-khang\",\"name\":\"Nhà thuốc An Khang\"}"))
                .getString("password");
        developer.tabTo("account").keys("an-khang").tabTo("password").keys(password, Keys.TAB);
        developer.leaveWith(Keys.SPACE);
        assertThat(developer.text("entity")).contains("Nhà thuốc An Khang");
        developer.tabTo("scope-pharmacy-order-read").keys(Keys.SPACE);
        developer.tabTo("until-log-out").keys(Keys.SPACE).tabTo("allow").leaveWith(Keys.SPACE);
        assertThat(developer.url()).startsWith(sandbox.uri() + "/callback?code=");
        String code = developer.url().replaceFirst(".*code=([^&]+).*", "$1");
        JsonObject tokens = redeem(Json.createObjectBuilder()
                .add("code", code)
                .add("clientId", clientId)
                .add("clientSecret", secret)
                .add("grantType", "authorization_code")
                .build());
        assertThat(tokens.getJsonArray("data").getJsonObject(0).getString("scope"))
                .isEqualTo("pharmacy:profile:read");
    }

    private JsonObject redeem(JsonObject code) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.uri() + "/iam/core/v1/oauth/token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(code.toString()))
                .build();
        HttpResponse<String> reply = HTTP.send(request, BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(200);
        return json(reply.body());
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private void deactivate(String app) {
        developer.open(app).tabTo("deactivate-password").keys(PASSWORD).tabTo("deactivate");
        developer.leaveWith(Keys.ENTER);
        assertThat(developer.text("status")).isEqualTo("Inactive");
        assertUsable(developer, "inactive application");
    }

    private void logOut() {
        developer.tabTo("All apps").leaveWith(Keys.ENTER).tabTo("log-out").leaveWith(Keys.SPACE);
        assertThat(developer.heading()).isEqualTo("Developer portal");
    }
}
