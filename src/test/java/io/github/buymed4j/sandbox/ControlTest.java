package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Reply;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {
    private final Visitor visitor = Visitor.onAnyDay();

    @Test
    void app_created_isPending() {
        JsonObject app = visitor.control(
                "POST", "apps", "{\"name\":\"Phần mềm Nhà thuốc\",\"scopes\":[\"pharmacy:order:read\"]}");
        assertThat(app.getString("status")).isEqualTo("Pending");
        assertThat(app.getString("name")).isEqualTo("Phần mềm Nhà thuốc");
        assertThat(app.getJsonObject("scopes")).hasToString("{\"pharmacy:order:read\":\"Pending\"}");
        assertThat(app).doesNotContainKey("clientId");
    }

    @Test
    void app_approved_getsCredentialsOfTheKnownForm() {
        assertThat(visitor.clientId).matches("buymed_app_[0-9]{9}");
        assertThat(visitor.clientSecret).matches("sk_sandbox_[0-9A-Za-z]{40}");
        assertThat(visitor.accessToken).matches("at_sandbox_[0-9A-Za-z]{40}");
        assertThat(visitor.refreshToken).matches("rt_sandbox_[0-9A-Za-z]{40}");
        JsonObject app = visitor.control("GET", "apps/" + visitor.appId, "");
        assertThat(app.getString("status")).isEqualTo("Active");
        assertThat(app.getString("clientId")).isEqualTo(visitor.clientId);
        assertThat(app.toString()).doesNotContain(visitor.clientSecret);
    }

    @Test
    void secret_regenerated_killsTheOldOneAtOnce() {
        String old = visitor.clientSecret;
        visitor.clientSecret =
                visitor.control("POST", "apps/" + visitor.appId + "/secret", "").getString("clientSecret");
        assertThat(visitor.get("profile").status()).isEqualTo(200);
        visitor.clientSecret = old;
        assertThat(visitor.get("profile").status()).isEqualTo(401);
    }

    @Test
    void token_ofAccount_readsThatAccountsProfile() {
        String first = Visitor.first(visitor.get("profile")).getString("name");
        visitor.accessToken = visitor.control("POST", "apps/" + visitor.appId + "/token", "{\"account\":\"thien-tam\"}")
                .getString("accessToken");
        assertThat(Visitor.first(visitor.get("profile")).getString("name")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"approve", "deactivate-twice", "secret-of-pending"})
    void app_inTheWrongState_isRefused(String which) {
        String pending = visitor.control("POST", "apps", "{}").getString("appId");
        Reply reply = switch (which) {
            case "approve" -> visitor.tryControl("POST", "apps/" + visitor.appId + "/approve", "");
            case "secret-of-pending" -> visitor.tryControl("POST", "apps/" + pending + "/secret", "");
            default -> {
                visitor.control("POST", "apps/" + visitor.appId + "/deactivate", "");
                yield visitor.tryControl("POST", "apps/" + visitor.appId + "/deactivate", "");
            }
        };
        assertThat(reply.status()).isEqualTo(400);
        assertThat(Visitor.json(reply).getString("errorCode")).isEqualTo("INVALID_STATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apps/1/approve", "apps/1/secret", "apps/1/token", "apps/1/deactivate", "nothing"})
    void call_toWhatDoesNotExist_isNotFound(String path) {
        assertThat(visitor.tryControl("POST", path, "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Client-ID", "client-secret", "Authorization"})
    void call_withCredentials_isRefused(String name) {
        Reply reply = visitor.sandbox.answer(
                Visitor.request("GET", "/control/limits", "", List.of(new HeaderField(name, "x")), ""));
        assertThat(reply.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "{\"scopes\":\"all\"}", "{\"scopes\":[\"pharmacy:all\"]}", "{\"name\":[]}"})
    void app_withWrongFields_isRefused(String body) {
        assertThat(visitor.tryControl("POST", "apps", body).status()).isEqualTo(400);
    }

    @Test
    void requests_tellNamesInOrderWithRepeatsAndNeverAValue() {
        List<HeaderField> headers = List.of(
                new HeaderField("Client-ID", visitor.clientId),
                new HeaderField("X-Trace", "one"),
                new HeaderField("Client-Secret", visitor.clientSecret),
                new HeaderField("X-Trace", "two"));
        visitor.send("GET", "/api/v1/pharmacy/profile", "token=" + visitor.accessToken, headers, "{\"a\":\"thân\"}");
        JsonObject log = visitor.control("GET", "requests?since=0", "");
        assertThat(log.getJsonArray("requests")).hasSize(1);
        assertThat(log.getJsonArray("requests").getJsonObject(0))
                .hasToString("{\"seq\":1,\"time\":\"2024-10-01T06:57:00Z\",\"method\":\"GET\","
                        + "\"path\":\"/api/v1/pharmacy/profile\",\"app\":\"" + visitor.appId + "\",\"status\":400,"
                        + "\"outcome\":\"INVALID_REGION\","
                        + "\"headers\":[\"Client-ID\",\"X-Trace\",\"Client-Secret\",\"X-Trace\"]}");
    }

    @Test
    void requests_since_tellOnlyWhatCameLater() {
        visitor.get("profile");
        long last = visitor.control("GET", "requests", "").getInt("last");
        visitor.post("{}");
        visitor.clientSecret = "wrong";
        visitor.post("{}");
        JsonObject log = visitor.control("GET", "requests?since=" + last, "");
        assertThat(log.getJsonArray("requests").getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getString("method") + " " + entry.getString("outcome"))
                .containsExactly("POST OK", "POST INVALID_CLIENT");
        assertThat(log.getJsonObject("counts")).hasToString("{\"INVALID_CLIENT\":1,\"OK\":2}");
        assertThat(visitor.control("GET", "requests?since=0&limit=1", "").getJsonArray("requests"))
                .hasSize(1);
    }

    @Test
    void requests_toControl_areNotLogged() {
        visitor.control("GET", "limits", "");
        assertThat(visitor.control("GET", "requests", "").getJsonArray("requests"))
                .isEmpty();
    }
}
