package io.github.buymed4j.drill;

import io.github.buymed4j.config.Secret;
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
import java.time.Duration;

/** Steers the traffic of a deployed WAR. */
public final class Steering {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;

    public Steering(URI base) {
        this.base = base;
    }

    void begin(int threads) {
        send("POST", "traffic?threads=" + threads, "");
    }

    JsonObject end() {
        try (JsonReader reader = Json.createReader(new StringReader(send("GET", "traffic", "")))) {
            return reader.readObject();
        }
    }

    /** Blocks until the application knows that this secret is staged. */
    void awaitStaged(String secret) {
        await("staged", Secret.of(secret).fingerprint());
    }

    void awaitNoneStaged() {
        await("staged", "");
    }

    /** Blocks until a call with this secret has been accepted. */
    void awaitAccepted(String secret) {
        await("accepted", Secret.of(secret).fingerprint());
    }

    private void await(String state, String fingerprint) {
        send("GET", "traffic?" + state + "=" + fingerprint, "");
    }

    /** Makes the secret the server's system property. */
    void setProperty(String secret) {
        send("PUT", "traffic", secret);
    }

    private String send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> reply = HTTP.send(request, BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw new IllegalStateException(method + " " + path + " gave " + reply.statusCode());
            }
            return reply.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The traffic's server did not answer", e);
        }
    }
}
