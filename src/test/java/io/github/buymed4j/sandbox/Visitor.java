package io.github.buymed4j.sandbox;

import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** An application, and the test that drives the sandbox, in one: knows its credentials and sends them. */
final class Visitor {
    /** What a control request carries. */
    static final List<HeaderField> CONTROL =
            List.of(new HeaderField("X-Sandbox-Control", "true"), new HeaderField("Content-Type", "application/json"));

    final Sandbox sandbox;
    final String appId;
    String clientId;
    String clientSecret;
    String accessToken;
    String refreshToken;
    String address = "192.0.2.1";

    private Visitor(Sandbox sandbox, String appId) {
        this.sandbox = sandbox;
        this.appId = appId;
        JsonObject credentials = control("POST", "apps/" + appId + "/approve", "");
        clientId = credentials.getString("clientId");
        clientSecret = credentials.getString("clientSecret");
        JsonObject tokens = control("POST", "apps/" + appId + "/token", "{\"account\":\"an-khang\"}");
        accessToken = tokens.getString("accessToken");
        refreshToken = tokens.getString("refreshToken");
    }

    /** An approved application of the developer {@code dev} with all scopes and a token, on a sandbox of its own. */
    static Visitor on(Clock clock) {
        Sandbox sandbox = new Sandbox(clock, cheapPasswords(), false);
        JsonObject app = json(sandbox.answer(request(
                "POST",
                "/control/apps",
                "",
                CONTROL,
                "{\"developer\":\"dev\",\"redirectUri\":\"https://app.example/back\"}")));
        return new Visitor(sandbox, app.getString("appId"));
    }

    /** A seed that makes log-ins cost a test nothing. */
    static Properties cheapPasswords() {
        Properties seed = new Properties();
        seed.setProperty("password-iterations", "2");
        return seed;
    }

    static Visitor onAnyDay() {
        return on(new SettableClock());
    }

    static Request request(String method, String path, String query, List<HeaderField> headers, String body) {
        return new Request(method, "/sandbox", path, Parameters.decode(query), headers, body, "127.0.0.1", "127.0.0.1");
    }

    List<HeaderField> headers() {
        return List.of(
                new HeaderField("Client-ID", clientId),
                new HeaderField("Client-Secret", clientSecret),
                new HeaderField("X-Service-Region", "vn"),
                new HeaderField("Authorization", "Bearer " + accessToken),
                new HeaderField("Content-Type", "application/json"));
    }

    List<HeaderField> headersWithout(String name) {
        return headers().stream().filter(field -> !field.name().equals(name)).toList();
    }

    List<HeaderField> headersWith(String name, String value) {
        List<HeaderField> changed = new ArrayList<>(headersWithout(name));
        changed.add(new HeaderField(name, value));
        return changed;
    }

    Reply send(String method, String path, String query, List<HeaderField> headers, String body) {
        return sandbox.answer(new Request(
                method, "/sandbox", path, Parameters.decode(query), headers, body, address, "sandbox.example"));
    }

    Reply get(String path) {
        int mark = path.indexOf('?');
        String query = mark < 0 ? "" : path.substring(mark + 1);
        String bare = mark < 0 ? path : path.substring(0, mark);
        return send("GET", "/api/v1/pharmacy/" + bare, query, headers(), "");
    }

    Reply get(List<HeaderField> headers) {
        return send("GET", "/api/v1/pharmacy/profile", "", headers, "");
    }

    Reply post(String body) {
        return send("POST", "/v1/endpoint", "", headers(), body);
    }

    /** A control call that must succeed. */
    JsonObject control(String method, String path, String body) {
        Reply reply = tryControl(method, path, body);
        if (reply.status() != 200) {
            throw new AssertionError(method + " " + path + ": " + reply.status() + " " + reply.body());
        }
        return json(reply);
    }

    Reply tryControl(String method, String path, String body) {
        int mark = path.indexOf('?');
        String query = mark < 0 ? "" : path.substring(mark + 1);
        String bare = mark < 0 ? path : path.substring(0, mark);
        return sandbox.answer(request(method, "/control/" + bare, query, CONTROL, body));
    }

    static JsonObject json(Reply reply) {
        return JsonText.readObject(reply.body()).orElseThrow();
    }

    static JsonObject first(Reply reply) {
        return json(reply).getJsonArray("data").getJsonObject(0);
    }

    static String header(Reply reply, String name) {
        return reply.headers().stream()
                .filter(field -> field.name().equals(name))
                .map(HeaderField::value)
                .findFirst()
                .orElse("");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
