package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.Reply;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizeTest {
    private static final String BACK = "https://app.example/back";

    private final SettableClock clock = new SettableClock();
    private final Visitor visitor = Visitor.on(clock);
    private final Browser browser = new Browser(visitor.sandbox);
    private String password = "";
    private long customerId;

    @BeforeEach
    void pharmacy() {
        JsonObject account =
                visitor.control("POST", "accounts", "{\"account\":\"hong-ngoc\",\"name\":\"Nhà thuốc Hồng Ngọc <1>\"}");
        password = account.getString("password");
        customerId = account.getJsonNumber("customerID").longValue();
    }

    private String address(String scope) {
        return "/oauth/authorize?responseType=code&clientID=" + visitor.clientId + "&redirectUri="
                + Visitor.encode(BACK) + "&scope=" + scope + "&state=a%26b";
    }

    private String address() {
        return address("pharmacy:order:read%20pharmacy:profile:read");
    }

    private Reply logIn() {
        browser.open(address());
        Reply reply = browser.post("account", "hong-ngoc", "password", password);
        assertThat(reply.status()).isEqualTo(303);
        return browser.open(address());
    }

    private static String location(Reply reply) {
        assertThat(reply.status()).isEqualTo(303);
        return Visitor.header(reply, "Location");
    }

    private String allow() {
        logIn();
        Reply back = browser.post("scope", "pharmacy:order:read", "scope", "pharmacy:profile:read", "answer", "allow");
        assertThat(location(back)).startsWith(BACK + "?code=").endsWith("&state=a%26b");
        return code(back);
    }

    private Reply exchange(String code) {
        return token("\"grantType\":\"authorization_code\",\"code\":\"" + code + "\"");
    }

    private Reply token(String fields) {
        String body = "{\"clientId\":\"%s\",\"clientSecret\":\"%s\",%s}"
                .formatted(visitor.clientId, visitor.clientSecret, fields);
        return visitor.sandbox.answer(
                Visitor.request("POST", "/iam/core/v1/oauth/token", "", java.util.List.of(), body));
    }

    @Test
    void firstPage_asksToLogIn_inVietnameseAndUtf8() {
        Reply page = browser.open(address());
        assertThat(page.status()).isEqualTo(200);
        assertThat(Visitor.header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.body()).contains("<html lang=\"vi\">", "Đăng nhập", "<label for=\"password\">");
    }

    @Test
    void logIn_withWrongPassword_asksAgain() {
        browser.open(address());
        Reply page = browser.post("account", "hong-ngoc", "password", "wrong");
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body()).contains("role=\"alert\"", "không đúng").doesNotContain("wrong");
        assertThat(browser.open(address()).body()).contains("Mật khẩu");
    }

    @Test
    void logIn_returnsToTheSameAddress() {
        browser.open(address());
        Reply reply = browser.post("account", "hong-ngoc", "password", password);
        assertThat(location(reply)).startsWith("/sandbox/oauth/authorize?").contains("state=a%26b");
        assertThat(Visitor.header(reply, "Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/sandbox/");
    }

    @Test
    void consent_showsApplicationPharmacyAndScopes_escaped() {
        assertThat(logIn().body())
                .contains("Ứng dụng thử nghiệm", "Nhà thuốc Hồng Ngọc &lt;1&gt;", "Đồng ý", "Từ chối")
                .contains("pharmacy:order:read", "pharmacy:profile:read")
                .contains("CUSTOMER " + customerId + " - Nhà thuốc Hồng Ngọc &lt;1&gt;", "chọn tài khoản khác")
                .contains("Tự động thu hồi phiên truy cập sau khi đăng xuất")
                .doesNotContain("pharmacy:product:read");
    }

    @Test
    void consent_inEnglish_saysTheSame_andSwitchesBackToTheSameWish() {
        browser.prefer("en-GB,en;q=0.9");
        String page = logIn().body();

        assertThat(page)
                .contains("<html lang=\"en\">", "Allow", "Deny", "choose another account")
                .contains("CUSTOMER " + customerId, "Revoke this access when I log out", "Read orders");
        String back = page.replaceAll("(?s).*id=\"language\" href=\"/sandbox([^\"]*)\".*", "$1");
        assertThat(location(browser.open(back.replace("&amp;", "&"))))
                .startsWith("/sandbox/oauth/authorize?")
                .contains("state=a%26b", Visitor.encode(BACK));
    }

    @Test
    void allow_leadsToTokens_thatReadThatPharmacy() {
        Reply reply = exchange(allow());
        assertThat(reply.status()).isEqualTo(200);
        JsonObject tokens = Visitor.first(reply);
        assertThat(tokens.getInt("expiresIn")).isEqualTo(432_000);
        assertThat(tokens.getInt("rfExpiresIn")).isEqualTo(2_592_000);
        assertThat(tokens.getString("tokenType")).isEqualTo("Bearer");
        assertThat(tokens.getString("scope")).isEqualTo("pharmacy:order:read pharmacy:profile:read");
        assertThat(tokens.getString("refreshToken")).startsWith("rt_sandbox_");
        visitor.accessToken = tokens.getString("accessToken");
        assertThat(Visitor.first(visitor.get("profile")).getString("name")).isEqualTo("Nhà thuốc Hồng Ngọc <1>");
        assertThat(visitor.get("products").status()).isEqualTo(403);
    }

    @Test
    void deny_leadsBackWithAccessDenied() {
        logIn();
        assertThat(location(browser.post("answer", "deny"))).isEqualTo(BACK + "?error=access_denied&state=a%26b");
    }

    @Test
    void allow_withoutAnyScope_isDenied() {
        logIn();
        assertThat(location(browser.post("answer", "allow"))).contains("error=access_denied");
    }

    @Test
    void allow_ofOneScope_grantsOnlyThat() {
        logIn();
        String location = location(
                browser.post("scope", "pharmacy:profile:read", "scope", "pharmacy:product:read", "answer", "allow"));
        String code = location.substring((BACK + "?code=").length(), location.indexOf("&state="));
        assertThat(Visitor.first(exchange(code)).getString("scope")).isEqualTo("pharmacy:profile:read");
    }

    @Test
    void answer_withoutTheFormsToken_isNotTaken() {
        logIn();
        browser.forgetCsrf();
        Reply page = browser.post("scope", "pharmacy:profile:read", "answer", "allow");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Đồng ý");
    }

    @Test
    void otherAccount_logsOut() {
        logIn();
        browser.post("answer", "log-out");
        assertThat(browser.open(address()).body()).contains("Mật khẩu");
    }

    /** A browser presses the first button of a form for whoever hits Enter. */
    @Test
    void consent_firstButton_isToAllow() {
        String page = logIn().body();

        assertThat(page.indexOf("<button")).isEqualTo(page.indexOf("<button id=\"allow\""));
    }

    /** Row F41: the user connects another pharmacy than the one meant. */
    @Test
    void anotherPharmacy_chosenOnThePage_isTheOneConnected() {
        String other = visitor.control("POST", "accounts", "{\"account\":\"minh-duc\",\"name\":\"Minh Đức\"}")
                .getString("password");
        logIn();
        browser.post("answer", "other-account");
        browser.open(address());
        browser.post("account", "minh-duc", "password", other);
        assertThat(browser.open(address()).body()).contains(" - Minh Đức");
        visitor.accessToken = Visitor.first(
                        exchange(code(browser.post("scope", "pharmacy:profile:read", "answer", "allow"))))
                .getString("accessToken");

        assertThat(Visitor.first(visitor.get("profile")).getString("name")).isEqualTo("Minh Đức");
    }

    /** Row F42: the access is revoked when the user logs out. */
    @ParameterizedTest
    @ValueSource(strings = {"log-out", "other-account"})
    void untilLogOut_userLogsOut_tokensAreDead(String answer) {
        JsonObject tokens = tokens("until-log-out", "true");
        assertThat(profile(tokens)).isEqualTo(200);

        browser.open(address());
        browser.post("answer", answer);

        assertThat(profile(tokens)).isEqualTo(401);
        assertThat(refresh(tokens).status()).isEqualTo(400);
    }

    @Test
    void untilLogOut_tokenWasRenewedMeanwhile_theNewOneIsDeadToo() {
        JsonObject renewed = Visitor.first(refresh(tokens("until-log-out", "true")));
        assertThat(profile(renewed)).isEqualTo(200);

        visitor.control("POST", "accounts/hong-ngoc/log-out", "");

        assertThat(profile(renewed)).isEqualTo(401);
        assertThat(refresh(renewed).status()).isEqualTo(400);
    }

    @Test
    void untilLogOut_userLogsOutBeforeTheCodeIsExchanged_codeIsDead() {
        logIn();
        String code = code(browser.post("scope", "pharmacy:profile:read", "until-log-out", "true", "answer", "allow"));

        visitor.control("POST", "accounts/hong-ngoc/log-out", "");

        assertThat(exchange(code).status()).isEqualTo(400);
    }

    @Test
    void untilLogOut_notChecked_tokensLive() {
        JsonObject tokens = tokens();

        browser.open(address());
        browser.post("answer", "log-out");

        assertThat(profile(tokens)).isEqualTo(200);
        assertThat(refresh(tokens).status()).isEqualTo(200);
    }

    @Test
    void untilLogOut_ofAControlToken_diesWithTheLogOutOfItsPharmacyOnly() {
        JsonObject mine = visitor.control(
                "POST", "apps/" + visitor.appId + "/token", "{\"account\":\"hong-ngoc\",\"untilLogOut\":true}");
        JsonObject other = visitor.control(
                "POST", "apps/" + visitor.appId + "/token", "{\"account\":\"minh-duc\",\"untilLogOut\":true}");

        visitor.control("POST", "accounts/hong-ngoc/log-out", "");

        assertThat(profile(mine)).isEqualTo(401);
        assertThat(profile(other)).isEqualTo(200);
    }

    private JsonObject tokens(String... more) {
        logIn();
        String[] fields = Stream.concat(Stream.of("scope", "pharmacy:profile:read", "answer", "allow"), Stream.of(more))
                .toArray(String[]::new);
        return Visitor.first(exchange(code(browser.post(fields))));
    }

    private int profile(JsonObject tokens) {
        visitor.accessToken = tokens.getString("accessToken");
        return visitor.get("profile").status();
    }

    private Reply refresh(JsonObject tokens) {
        return token("\"grantType\":\"refresh_token\",\"refreshToken\":\"" + tokens.getString("refreshToken") + "\"");
    }

    private static String code(Reply back) {
        String location = location(back);
        return location.substring((BACK + "?code=").length(), location.indexOf("&state="));
    }

    @Test
    void session_afterTwoHours_asksToLogInAgain() {
        logIn();
        clock.advance(Duration.ofHours(2));
        assertThat(browser.open(address()).body()).contains("Mật khẩu");
    }

    @ParameterizedTest
    @CsvSource({
        "responseType=code, responseType=token, unsupported_response_type",
        "responseType=code, x=y, invalid_request",
        "order:read, everything, invalid_scope",
        "scope=, other=, invalid_scope"
    })
    void wish_thatIsWrong_leadsBackWithItsError(String part, String instead, String error) {
        Reply reply = browser.open(address().replace(part, instead));
        assertThat(location(reply)).isEqualTo(BACK + "?error=" + error + "&state=a%26b");
    }

    @Test
    void wish_forScopeThatTheApplicationLacks_leadsBackWithInvalidScope() {
        visitor.control(
                "PUT",
                "apps/" + visitor.appId + "/scopes",
                "{\"scope\":\"pharmacy:order:read\",\"status\":\"Pending\"}");
        assertThat(location(browser.open(address()))).contains("error=invalid_scope");
    }

    @Test
    void wish_ofDeactivatedApplication_leadsBackWithUnauthorizedClient() {
        visitor.control("POST", "apps/" + visitor.appId + "/deactivate", "");
        assertThat(location(browser.open(address()))).contains("error=unauthorized_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example/back/", "https://evil.example/back", ""})
    void wish_forAnotherAddress_leadsNowhere(String uri) {
        Reply page = browser.open(address().replace(Visitor.encode(BACK), Visitor.encode(uri)));
        assertThat(page.status()).isEqualTo(400);
        assertThat(Visitor.header(page, "Location")).isEmpty();
        assertThat(page.body()).contains("redirectUri");
    }

    @Test
    void wish_ofUnknownApplication_leadsNowhere() {
        assertThat(browser.open(address().replace("clientID=buymed", "clientID=x"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void wish_inTheOtherSpelling_isUnderstood() {
        String other = "/oauth/authorize?response_type=code&client_id=" + visitor.clientId + "&redirect_uri=" + BACK
                + "&scope=pharmacy:order:read,pharmacy:product:read";
        browser.open(other);
        browser.post("account", "hong-ngoc", "password", password);
        assertThat(browser.open(other).body()).contains("pharmacy:order:read", "pharmacy:product:read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example/back",
                "https://app.example/back?x=1",
                "https://app.example/#a",
                "back",
                "https:///x"
            })
    void app_withBadRedirectUri_isRefused(String uri) {
        assertThat(visitor.tryControl("POST", "apps", "{\"redirectUri\":\"" + uri + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/buymed/callback", "http://localhost/cb", "https://app.example/cb"})
    void app_withGoodRedirectUri_isCreated(String uri) {
        assertThat(visitor.control("POST", "apps", "{\"redirectUri\":\"" + uri + "\"}")
                        .getString("redirectUri"))
                .isEqualTo(uri);
    }

    @Test
    void code_usedTwice_isRefused() {
        String code = allow();
        assertThat(exchange(code).status()).isEqualTo(200);
        Reply second = exchange(code);
        assertThat(second.status()).isEqualTo(400);
        assertThat(Visitor.json(second).getString("errorCode")).isEqualTo("INVALID_GRANT");
    }

    @Test
    void code_afterFiveMinutes_isRefused() {
        String code = allow();
        clock.advance(Duration.ofMinutes(5));
        assertThat(exchange(code).status()).isEqualTo(400);
    }

    @Test
    void code_ofAnotherApplication_isRefused() {
        String code = allow();
        String other = visitor.control("POST", "apps", "{}").getString("appId");
        JsonObject credentials = visitor.control("POST", "apps/" + other + "/approve", "");
        visitor.clientId = credentials.getString("clientId");
        visitor.clientSecret = credentials.getString("clientSecret");
        assertThat(exchange(code).status()).isEqualTo(400);
    }

    @Test
    void log_ofTheFlow_holdsNoCode() {
        String code = allow();
        exchange(code);
        JsonObject log = visitor.control("GET", "requests", "");
        assertThat(log.toString()).doesNotContain(code, password, visitor.clientSecret);
        assertThat(log.getInt("tokenRequests")).isEqualTo(1);
        assertThat(log.getJsonObject("counts").getInt("TOKEN_ISSUED")).isEqualTo(1);
    }
}
