package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTableTest {
    private final Visitor visitor = Visitor.onAnyDay();

    private static void assertRefused(Reply reply, int httpStatus, String status, String errorCode) {
        assertThat(reply.status()).isEqualTo(httpStatus);
        assertThat(Visitor.json(reply).getString("status")).isEqualTo(status);
        assertThat(Visitor.json(reply).getString("errorCode")).isEqualTo(errorCode);
        assertThat(Visitor.header(reply, "Content-Type")).isEqualTo("application/json; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Client-ID", "Client-Secret"})
    void call_withoutCredentialHeader_isInvalidClient(String name) {
        assertRefused(visitor.get(visitor.headersWithout(name)), 401, "UNAUTHORIZED", "INVALID_CLIENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Client-ID", "Client-Secret"})
    void call_withWrongCredential_isInvalidClient(String name) {
        assertRefused(visitor.get(visitor.headersWith(name, "wrong")), 401, "UNAUTHORIZED", "INVALID_CLIENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Client-ID", "Client-Secret", "Authorization", "X-Service-Region"})
    void call_withHeaderTwice_isInvalid(String name) {
        List<HeaderField> headers = new ArrayList<>(visitor.headers());
        headers.add(0, new HeaderField(name.toLowerCase(java.util.Locale.ROOT), "vn"));
        Reply reply = visitor.get(headers);
        assertRefused(reply, 400, "INVALID", "DUPLICATE_HEADER");
        assertThat(reply.body()).contains(name);
    }

    @Test
    void call_withPairOfTwoApplications_isInvalidClient() {
        String other = visitor.control("POST", "apps", "{}").getString("appId");
        String secret =
                visitor.control("POST", "apps/" + other + "/approve", "").getString("clientSecret");
        assertRefused(visitor.get(visitor.headersWith("Client-Secret", secret)), 401, "UNAUTHORIZED", "INVALID_CLIENT");
    }

    @Test
    void call_ofDeactivatedApplication_isInvalidClient() {
        visitor.control("POST", "apps/" + visitor.appId + "/deactivate", "");
        assertRefused(visitor.get("profile"), 401, "UNAUTHORIZED", "INVALID_CLIENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "kh", "VN", "xx"})
    void call_toOtherRegion_isInvalid(String region) {
        assertRefused(visitor.get(visitor.headersWith("X-Service-Region", region)), 400, "INVALID", "INVALID_REGION");
    }

    @Test
    void call_withoutRegion_isInvalid() {
        assertRefused(visitor.get(visitor.headersWithout("X-Service-Region")), 400, "INVALID", "INVALID_REGION");
    }

    @Test
    void call_withWrongCredentialsAndRegion_isInvalidClientFirst() {
        visitor.clientSecret = "wrong";
        assertRefused(
                visitor.get(visitor.headersWith("X-Service-Region", "xx")), 401, "UNAUTHORIZED", "INVALID_CLIENT");
    }

    @Test
    void call_withoutToken_isInvalidToken() {
        assertRefused(visitor.get(visitor.headersWithout("Authorization")), 401, "UNAUTHORIZED", "INVALID_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Basic abc", ""})
    void call_withWrongToken_isInvalidToken(String value) {
        assertRefused(visitor.get(visitor.headersWith("Authorization", value)), 401, "UNAUTHORIZED", "INVALID_TOKEN");
    }

    @Test
    void call_withRefreshTokenAsBearer_isInvalidToken() {
        visitor.accessToken = visitor.refreshToken;
        assertRefused(visitor.get("profile"), 401, "UNAUTHORIZED", "INVALID_TOKEN");
    }

    @Test
    void call_withTokenOfAnotherApplication_isInvalidToken() {
        String other = visitor.control("POST", "apps", "{}").getString("appId");
        visitor.accessToken =
                visitor.control("POST", "apps/" + other + "/token", "{}").getString("accessToken");
        assertRefused(visitor.get("profile"), 401, "UNAUTHORIZED", "INVALID_TOKEN");
    }

    @Test
    void call_withExpiredToken_isInvalidToken() {
        SettableClock clock = new SettableClock();
        Visitor other = Visitor.on(clock);
        other.accessToken = other.control("POST", "apps/" + other.appId + "/token", "{\"expiresIn\":60}")
                .getString("accessToken");
        clock.advance(java.time.Duration.ofSeconds(59));
        assertThat(other.get("profile").status()).isEqualTo(200);
        clock.advance(java.time.Duration.ofSeconds(1));
        assertRefused(other.get("profile"), 401, "UNAUTHORIZED", "INVALID_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"profile", "addresses", "products", "products/20001", "categories", "manufactures", "search"})
    void call_withTokenLackingScope_isForbiddenNamingTheScope(String path) {
        visitor.accessToken = visitor.control(
                        "POST", "apps/" + visitor.appId + "/token", "{\"scopes\":[\"pharmacy:order:read\"]}")
                .getString("accessToken");
        Reply reply = visitor.get(path);
        assertRefused(reply, 403, "FORBIDDEN", "FORBIDDEN");
        assertThat(reply.body()).containsPattern("pharmacy:(profile|product):read");
        assertThat(visitor.get("orders").status()).isEqualTo(200);
    }

    @Test
    void call_withScopeWithdrawnFromApplication_isForbidden() {
        visitor.control(
                "PUT",
                "apps/" + visitor.appId + "/scopes",
                "{\"scope\":\"pharmacy:order:read\",\"status\":\"Inactive\"}");
        Reply reply = visitor.get("orders");
        assertRefused(reply, 403, "FORBIDDEN", "FORBIDDEN");
        assertThat(reply.body()).contains("pharmacy:order:read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nothing", "profile/1", "order/1", "products/", "products/no-such-99", "products/99999999999"})
    void get_ofUnknownThing_isNotFound(String path) {
        assertRefused(visitor.get(path), 404, "NOT_FOUND", "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=x",
                "limit=0",
                "limit=101",
                "limit=-5",
                "sortBy=name",
                "sortOrder=down",
                "fromDate=soon",
                "fromDate=2024-10-02&toDate=2024-10-01",
                "toDate=2024-13-01"
            })
    void orders_withWrongParameter_isInvalid(String query) {
        assertRefused(visitor.get("orders?" + query), 400, "INVALID", "INVALID_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q=5", "q={}", "q={\"orderId\":\"1\"}", "q={\"orderId\":1.5}", "q={\"orderId\":"})
    void order_withWrongQuery_isInvalid(String query) {
        assertRefused(visitor.get("order?" + query), 400, "INVALID", "INVALID_PARAMETER");
    }

    @Test
    void order_thatDoesNotExist_isNotFound() {
        assertRefused(visitor.get("order?q={\"orderId\":7}"), 404, "NOT_FOUND", "NOT_FOUND");
    }

    @Test
    void endpoint_withoutJson_isInvalid() {
        assertRefused(visitor.post("not json"), 400, "INVALID", "INVALID_BODY");
        assertRefused(
                visitor.send("POST", "/v1/endpoint", "", visitor.headersWith("Content-Type", "text/plain"), "{}"),
                400,
                "INVALID",
                "INVALID_CONTENT_TYPE");
    }

    @Test
    void endpoint_withoutToken_echoes() {
        Reply reply = visitor.send(
                "POST", "/v1/endpoint", "", visitor.headersWithout("Authorization"), "{\"lời\":\"Xin chào, Đà Nẵng\"}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(Visitor.json(reply).getString("status")).isEqualTo("OK");
        assertThat(Visitor.first(reply).getString("lời")).isEqualTo("Xin chào, Đà Nẵng");
    }

    @Test
    void endpoint_withWrongSecret_isInvalidClient() {
        visitor.clientSecret = "wrong";
        assertRefused(visitor.post("{}"), 401, "UNAUTHORIZED", "INVALID_CLIENT");
    }
}
