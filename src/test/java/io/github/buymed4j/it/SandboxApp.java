package io.github.buymed4j.it;

import io.github.buymed4j.kit.SandboxControl;
import io.github.buymed4j.server.SandboxServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.util.List;

/** An approved application of the sandbox's, steered through its {@code /control/}. */
public final class SandboxApp {

    /** Where the sandbox sends back to. */
    static final String REDIRECT_URI = "http://127.0.0.1/callback";

    private final SandboxControl control;
    private final String id;
    private final String clientId;
    private final String clientSecret;

    private SandboxApp(URI sandbox, String name) {
        this.control = new SandboxControl(sandbox);
        this.id = control(
                        "POST",
                        "apps",
                        "{\"name\":\"" + name + "\",\"redirectUri\":\"" + REDIRECT_URI + "\","
                                + "\"scopes\":[\"pharmacy:order:read\",\"pharmacy:product:read\",\"pharmacy:profile:read\"]}")
                .getString("appId");
        JsonObject approved = control("POST", "apps/" + id + "/approve", "{}");
        this.clientId = approved.getString("clientId");
        this.clientSecret = approved.getString("clientSecret");
    }

    /** Starts the sandbox where it does not run yet, with limits that no test meets by accident. */
    public static SandboxApp named(String name) {
        SandboxApp app = new SandboxApp(SandboxServer.start(), name);
        app.control("PUT", "limits", "{\"perMinute\":0,\"perHour\":0}");
        return app;
    }

    public URI url() {
        return control.sandbox();
    }

    public String clientId() {
        return clientId;
    }

    public String clientSecret() {
        return clientSecret;
    }

    /** The old secret dies with this call. */
    public String regeneratedSecret() {
        return control("POST", "apps/" + id + "/secret", "{}").getString("clientSecret");
    }

    /** As {@link #regeneratedSecret()}, to a secret that was known ahead. */
    public void regenerate(String secret) {
        control("POST", "apps/" + id + "/secret", "{\"clientSecret\":\"" + secret + "\"}");
    }

    public String accessToken() {
        return control(
                        "POST",
                        "apps/" + id + "/token",
                        "{\"account\":\"demo\",\"scopes\":[\"pharmacy:order:read\",\"pharmacy:product:read\","
                                + "\"pharmacy:profile:read\"],\"expiresIn\":86400}")
                .getString("accessToken");
    }

    /** Tokens as the pharmacy's consent gives them: {@code accessToken} and {@code refreshToken}. */
    public JsonObject tokensOf(String pharmacy, String... scopes) {
        String only = scopes.length == 0 ? "" : ",\"scopes\":[\"" + String.join("\",\"", scopes) + "\"]";
        return control("POST", "apps/" + id + "/token", "{\"account\":\"" + pharmacy + "\"" + only + "}");
    }

    /** What the pharmacy logs in with, made anew. */
    String passwordOf(String pharmacy) {
        return control("POST", "accounts", "{\"account\":\"" + pharmacy + "\"}").getString("password");
    }

    /** What the pharmacy's profile says. */
    String nameOf(String pharmacy, String name) {
        return control("POST", "accounts", "{\"account\":\"" + pharmacy + "\",\"name\":\"" + name + "\"}")
                .getString("name");
    }

    /** How many requests the token service has had since it started. */
    public int tokenRequests() {
        return control("GET", "requests?since=" + Integer.MAX_VALUE, "").getInt("tokenRequests");
    }

    /** The number to give to {@link #requestsSince}, so that only what arrives from now on is listed. */
    public int now() {
        JsonObject counts = control("GET", "requests?since=0&limit=0", "").getJsonObject("counts");
        return counts.keySet().stream().mapToInt(counts::getInt).sum();
    }

    public List<JsonObject> requestsSince(int number) {
        JsonArray requests = control("GET", "requests?since=" + number, "").getJsonArray("requests");
        return requests.getValuesAs(JsonObject.class);
    }

    /** Answers each request whose path starts so with the body, until {@link #withoutFaults()}. */
    public void answering(String path, String body) {
        String fault = Json.createObjectBuilder()
                .add("path", path + "*")
                .add("status", 200)
                .add("body", body)
                .build()
                .toString();
        control("PUT", "faults", "[" + fault + "]");
    }

    public void withoutFaults() {
        control("DELETE", "faults", "");
    }

    /** A call under {@code /control/}. */
    public JsonObject control(String method, String path, String body) {
        try (JsonReader reader = Json.createReader(new StringReader(control.send(method, path, body)))) {
            return reader.readObject();
        }
    }
}
