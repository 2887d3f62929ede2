package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.Reply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalTest {
    private static final Pattern SECRET = Pattern.compile("id=\"client-secret\">([^<]+)<");

    private final Visitor visitor = Visitor.onAnyDay();
    private final Browser browser = new Browser(visitor.sandbox);
    private final String settings = "/apps/" + visitor.appId;
    private String password = "";

    @BeforeEach
    void developer() {
        password = visitor.control("POST", "developers", "{\"user\":\"dev\"}").getString("password");
    }

    private void logIn() {
        browser.open("/");
        assertThat(Visitor.header(browser.post("account", "dev", "password", password), "Location"))
                .isEqualTo("/sandbox/");
        browser.open("/");
    }

    private static String secretIn(Reply page) {
        Matcher found = SECRET.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/apps/1001", "/apps/1001/permission", "/apps/1001/activity", "/apps/9/activity"})
    void page_withoutLogIn_asksForIt(String path) {
        Reply page = browser.open(path);
        assertThat(page.body())
                .contains("Developer portal", "type=\"password\"")
                .doesNotContain(visitor.clientId);
        assertThat(browser.post("account", "dev", "password", "wrong").status()).isEqualTo(401);
    }

    @Test
    void page_inTheBrowser_isFencedIn() {
        Reply page = browser.open("/");
        assertThat(Visitor.header(page, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(Visitor.header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(browser.open("/style.css").body()).contains("body {");
    }

    @Test
    void apps_listsThem() {
        logIn();
        assertThat(browser.open("/").body())
                .contains("Ứng dụng thử nghiệm", "Active", visitor.clientId, "href=\"/sandbox/apps/" + visitor.appId);
    }

    @Test
    void app_createdAndApproved_showsItsSecretOnce() {
        logIn();
        Reply created = browser.post(
                "action", "create", "name", "ERP <Nhà thuốc>", "redirectUri", "", "scope", "pharmacy:order:read");
        String address = Visitor.header(created, "Location").substring("/sandbox".length());
        assertThat(browser.open(address).body()).contains("ERP &lt;Nhà thuốc&gt;", "Pending", "Approve");
        String secret = secretIn(browser.post("action", "approve"));
        assertThat(secret).matches("sk_sandbox_[0-9A-Za-z]{40}");
        assertThat(browser.open(address).body())
                .contains("Active", "buymed_app_")
                .doesNotContain(secret);
    }

    @Test
    void app_withBadRedirectUri_isNotCreated() {
        logIn();
        Reply page = browser.post("action", "create", "name", "x", "redirectUri", "http://x.example/");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"");
    }

    @Test
    void secret_regenerated_worksAndTheOldOneDoesNot() {
        logIn();
        browser.open(settings);
        Reply page = browser.post("action", "regenerate");
        assertThat(page.body()).contains("role=\"status\"");
        assertThat(visitor.get("profile").status()).isEqualTo(401);
        visitor.clientSecret = secretIn(page);
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    @Test
    void post_withoutTheFormsToken_isForbidden() {
        logIn();
        browser.open(settings);
        browser.forgetCsrf();
        assertThat(browser.post("action", "regenerate").status()).isEqualTo(403);
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    @Test
    void app_deactivated_isInactive() {
        logIn();
        browser.open(settings);
        browser.post("action", "deactivate");
        assertThat(browser.open(settings).body()).contains("Inactive").doesNotContain("Regenerate");
        assertThat(visitor.get("profile").status()).isEqualTo(401);
    }

    @Test
    void scope_withdrawnRequestedAndGranted_isUsableInTheEnd() {
        logIn();
        browser.open(settings + "/permission");
        browser.post("action", "withdraw", "scope", "pharmacy:profile:read");
        assertThat(visitor.get("profile").status()).isEqualTo(403);
        browser.post("action", "request", "scope", "pharmacy:profile:read", "justification", "");
        assertThat(browser.open(settings + "/permission").body()).contains("Inactive", "Request again");
        browser.post("action", "request", "scope", "pharmacy:profile:read", "justification", "Đồng bộ hồ sơ");
        assertThat(browser.open(settings + "/permission").body()).contains("Pending");
        browser.post("action", "grant", "scope", "pharmacy:profile:read");
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    @Test
    void activity_showsTheLastRequestsOfThisApplicationOnly() {
        visitor.get("profile");
        visitor.send("GET", "/api/v1/pharmacy/<b>", "", visitor.headers(), "");
        visitor.send("GET", "/api/v1/pharmacy/elsewhere", "", visitor.headersWith("Client-ID", "x"), "");
        logIn();
        assertThat(browser.open(settings + "/activity").body())
                .contains("GET /api/v1/pharmacy/profile", "an-khang", "&lt;b&gt;", "NOT_FOUND")
                .doesNotContain("elsewhere", "<b>");
    }

    @Test
    void logOut_endsTheSession() {
        logIn();
        browser.open("/log-out");
        assertThat(browser.open("/").body()).contains("Apps");
        browser.open("/log-out");
        browser.post();
        assertThat(browser.open("/").body()).contains("type=\"password\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/apps", "/apps/x", "/apps/1001/nothing", "/favicon.ico"})
    void page_thatDoesNotExist_isNotFound(String path) {
        logIn();
        assertThat(browser.open(path).status()).isEqualTo(404);
    }
}
