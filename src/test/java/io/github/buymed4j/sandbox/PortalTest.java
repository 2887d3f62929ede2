package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalTest {
    private final PortalUsers users = new PortalUsers();
    private final Visitor visitor = users.visitor;
    private final Browser browser = users.developer;
    private final String settings = users.settings;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/apps/1001", "/apps/1001/permission", "/apps/1001/activity", "/apps/9/activity"})
    void page_withoutLogIn_asksForIt(String path) {
        Browser nobody = new Browser(visitor.sandbox);
        Reply page = nobody.open(path);
        assertThat(page.body())
                .contains("Developer portal", "type=\"password\"")
                .doesNotContain(visitor.clientId);
        assertThat(nobody.post("account", "dev", "password", "wrong").status()).isEqualTo(401);
    }

    @Test
    void page_inTheBrowser_isFencedIn() {
        Reply page = browser.open("/");
        assertThat(Visitor.header(page, "Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(Visitor.header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(browser.open("/style.css").body()).contains("body {");
        assertThat(browser.open("/copy.js").body()).contains("clipboard");
    }

    @Test
    void apps_listsThem() {
        assertThat(browser.open("/").body())
                .contains("Ứng dụng thử nghiệm", "Active", visitor.clientId, "href=\"/sandbox/apps/" + visitor.appId);
    }

    @Test
    void apps_ofAnotherDeveloper_areNotThere() {
        assertThat(users.stranger.open("/").body()).doesNotContain("Ứng dụng thử nghiệm", visitor.clientId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/permission", "/activity", "/try", "/regenerate"})
    void app_ofAnotherDeveloper_isAsIfItDidNotExist(String page) {
        Reply hidden = users.stranger.open(settings + page);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(withoutTheAddress(hidden.body()))
                .isEqualTo(withoutTheAddress(
                        users.stranger.open("/apps/9999" + page).body()))
                .doesNotContain(visitor.clientId);
        users.stranger.open("/");
        users.stranger.open(settings + page);
        assertThat(users.stranger
                        .post("action", "deactivate", "scope", "pharmacy:profile:read", "password", users.password)
                        .status())
                .isEqualTo(404);
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    /** The link that switches the language holds the page's own address. */
    private static String withoutTheAddress(String page) {
        return page.replaceAll("/language[^\"]*", "");
    }

    @Test
    void review_ofAnApplicationThatIsReviewedAlready_isRefused() {
        String address = users.newApp("POS");
        users.administrator.open(address);
        users.administrator.post("action", "approve");

        Reply second = users.administrator.post("action", "reject", "reason", "x");

        assertThat(second.status()).isEqualTo(400);
        assertThat(second.body()).contains("role=\"alert\"", "has changed");
    }

    @Test
    void app_created_isPendingAndEscaped() {
        String address = users.newApp("ERP <Nhà thuốc><script>alert(1)</script>");

        assertThat(users.stranger.open(address).body())
                .contains("ERP &lt;Nhà thuốc&gt;", "Pending", "Đồng bộ đơn hàng")
                .doesNotContain("<script>alert");
        assertThat(users.administrator.open(address).body()).contains("Approve", "Pending");
        assertThat(users.administrator.open("/").body()).contains("&lt;script&gt;", "stranger");
    }

    @Test
    void app_secondOfItsCategory_isRefused() {
        users.newApp("POS");
        users.stranger.open("/");

        Reply second = users.stranger.post("action", "create", "name", "ERP", "purpose", "x");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("one per category", "value=\"ERP\"");
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "purpose, ''",
        "region, th",
        "region, xx",
        "type, Seller",
        "redirectUri, http://x.example/",
        "redirectUri, https://x.example/?a=1",
        "redirectUri, https://x.example/#a",
        "redirectUri, https://good.example@evil.example/",
        "redirectUri, http://localhost.evil.example/",
        "redirectUri, http://127.0.0.1.evil.example/",
        "redirectUri, https://x.example\\@evil.example/",
        "redirectUri, https://x.example/a/../b",
        "redirectUri, https://*.example/",
        "redirectUri, javascript:alert(1)",
        "redirectUri, //x.example/",
        "redirectUri, https://xн.example/"
    })
    void app_withAWrongField_isNotCreated(String field, String value) {
        users.stranger.open("/");
        String name = field.equals("name") ? "other" : "name";
        String purpose = field.equals("purpose") ? "other" : "purpose";

        Reply page = users.stranger.post("action", "create", name, "POS", purpose, "x", field, value);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"");
        assertThat(users.stranger.open("/").body()).doesNotContain("Pending");
    }

    @Test
    void regions_announced_areShownButDisabled() {
        String page = users.stranger.open("/").body();
        assertThat(page)
                .containsPattern("value=\"vn\" checked>")
                .containsPattern("value=\"th\" disabled>")
                .containsPattern("value=\"Seller\" disabled>");
    }

    @Test
    void app_approved_isNewsToItsDeveloper() {
        String address = users.newApp("POS");
        users.administrator.open(address);
        users.administrator.post("action", "approve");

        assertThat(users.stranger.open("/").body()).contains("News", "approved", "Active");
        users.stranger.post("action", "dismiss");
        assertThat(users.stranger.open("/").body()).doesNotContain("News");
    }

    @Test
    void app_rejected_showsWhy_andAnotherMayBeCreated() {
        String address = users.newApp("POS");
        users.administrator.open(address);
        assertThat(users.administrator.post("action", "reject", "reason", " ").status())
                .isEqualTo(400);
        users.administrator.post("action", "reject", "reason", "Mục đích <không> rõ");

        assertThat(users.stranger.open(address).body()).contains("Inactive", "Mục đích &lt;không&gt; rõ");
        assertThat(users.newApp("POS 2")).isNotEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "reject"})
    void review_byTheDeveloper_changesNothing(String action) {
        String address = users.newApp("POS");
        users.stranger.open(address);
        users.stranger.post("action", action, "reason", "x");

        assertThat(users.stranger.open(address).body()).contains("Pending");
    }

    @Test
    void app_deactivated_isInactive() {
        browser.open(settings);
        browser.post("action", "deactivate", "password", users.password);
        assertThat(browser.open(settings).body()).contains("Inactive").doesNotContain("Regenerate");
        assertThat(visitor.get("profile").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void app_deactivatedWithoutThePassword_staysActive(String password) {
        browser.open(settings);
        Reply refused = browser.post("action", "deactivate", "password", password);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("role=\"alert\"", "The password is wrong", "Active");
        users.administrator.open(settings);
        assertThat(users.administrator.post("action", "deactivate").status()).isEqualTo(403);
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    @Test
    void logOut_endsTheSession() {
        String cookie = browser.cookie();
        browser.open("/log-out");
        assertThat(browser.open("/").body()).contains("Apps");
        browser.open("/");
        browser.open("/log-out");
        browser.post();
        assertThat(browser.open("/").body()).contains("type=\"password\"");
        browser.give(cookie);
        assertThat(browser.open(settings).body()).contains("type=\"password\"").doesNotContain(visitor.clientId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/apps", "/apps/x", "/apps/1001/nothing", "/favicon.ico"})
    void page_thatDoesNotExist_isNotFound(String path) {
        assertThat(browser.open(path).status()).isEqualTo(404);
    }
}
