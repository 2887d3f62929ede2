package io.github.buymed4j.it;

import io.github.buymed4j.server.SandboxServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
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

/** An approved application of the sandbox's, steered through its {@code /control/}. */
public final class SandboxApp {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI sandbox;
    private final String id;
    private final String clientId;
    private final String clientSecret;

    private SandboxApp(URI sandbox, String name) {
        this.sandbox = sandbox;
        this.id = control(
                        "POST",
                        "apps",
                        "{\"name\":\"" + name + "\",\"redirectUri\":\"http://127.0.0.1/callback\","
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
        return sandbox;
    }

    public String clientId() {
        return clientId;
    }

    public String clientSecret() {
        return clientSecret;
    }

    /** The old secret dies with this call. */
    String regeneratedSecret() {
        return control("POST", "apps/" + id + "/secret", "{}").getString("clientSecret");
    }

    public String accessToken() {
        return control(
                        "POST",
                        "apps/" + id + "/token",
                        "{\"account\":\"demo\",\"scopes\":[\"pharmacy:order:read\",\"pharmacy:product:read\","
                                + "\"pharmacy:profile:read\"],\"expiresIn\":86400}")
                .getString("accessToken");
    }

    /** The number to give to {@link #requestsSince}, so that only what arrives from now on is listed. */
    int now() {
        return control("GET", "requests?since=0", "").getInt("last");
    }

    List<JsonObject> requestsSince(int number) {
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
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox + "/control/" + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> reply = HTTP.send(request, BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw new IllegalStateException(method + " " + path + " gave " + reply.statusCode());
            }
            try (JsonReader reader = Json.createReader(new StringReader(reply.body()))) {
                return reader.readObject();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The sandbox did not answer", e);
        }
    }
}
