package io.github.buymed4j.bench;

import io.github.buymed4j.it.SandboxApp;
import io.github.buymed4j.kit.SandboxControl;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The sandbox with a minute of one second and an hour of ten, and one pharmacy that calls it. Thread-safe. */
record ScaledSandbox(URI url, Map<String, String> credentials) {

    /** The ways in which a platform may count. */
    static final List<String> COUNTINGS = List.of("fixed", "sliding", "bucket");

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final String ID = "BUYMED_CLIENT_ID";
    private static final String SECRET = "BUYMED_CLIENT_SECRET";
    private static final String TOKEN = "BUYMED_ACCESS_TOKEN";

    /** A new application's; the sandbox is started where it does not run. */
    static ScaledSandbox start() {
        SandboxApp app = SandboxApp.named("goodput");
        return new ScaledSandbox(
                app.url(), Map.of(ID, app.clientId(), SECRET, app.clientSecret(), TOKEN, app.accessToken()));
    }

    /** That of the process which started this one. */
    static ScaledSandbox ofEnvironment(URI url) {
        return new ScaledSandbox(url, System.getenv());
    }

    /** Nothing counts before; the account's limit is ten windows of the address's. */
    void limit(String counting) {
        control(
                "PUT",
                "limits",
                "{\"perMinute\":%d,\"minuteMillis\":%d,\"perHour\":%d,\"hourMillis\":%d,\"counting\":\"%s\"}"
                        .formatted(
                                QuotaClient.MINUTE.requests(),
                                QuotaClient.MINUTE.window().toMillis(),
                                QuotaClient.HOUR.requests(),
                                QuotaClient.HOUR.window().toMillis(),
                                counting));
    }

    void unlimited() {
        control("PUT", "limits", "{\"perMinute\":0,\"perHour\":0}");
    }

    /** The number of the last request that has arrived. */
    int last() {
        return arrivals(0).getInt("last");
    }

    JsonObject arrivals(int since) {
        return control("GET", "requests?since=" + since, "");
    }

    /** Asks for the pharmacy's profile; false for a 429. */
    boolean request() {
        return get("profile").statusCode() == 200;
    }

    HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/pharmacy/" + path))
                .timeout(Duration.ofSeconds(20))
                .headers("Client-ID", credential(ID), "Client-Secret", credential(SECRET))
                .headers("Authorization", "Bearer " + credential(TOKEN), "X-Service-Region", "vn")
                .build();
        HttpResponse<String> reply = send(request);
        if (reply.statusCode() != 200 && reply.statusCode() != 429) {
            throw new IllegalStateException(path + " gave " + reply.statusCode());
        }
        return reply;
    }

    private String credential(String name) {
        return credentials.getOrDefault(name, "");
    }

    private JsonObject control(String method, String path, String body) {
        String reply = new SandboxControl(url).send(method, path, body);
        try (JsonReader reader = Json.createReader(new StringReader(reply))) {
            return reader.readObject();
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The sandbox did not answer", e);
        }
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
