package io.github.buymed4j.kit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The {@code /control/} of a sandbox, whose address has no slash at its end. Uses the JDK alone: the matrix of servers has no library. */
public record SandboxControl(URI sandbox) {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Returns the JSON of the reply, which must be 200. */
    public String get(String path) {
        return send("GET", path, "");
    }

    /** Returns the JSON of the reply, which must be 200. */
    public String send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox + "/control/" + path))
                .header("Content-Type", "application/json")
                .header("X-Sandbox-Control", "true")
                .method(method, BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> reply = HTTP.send(request, BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw new AssertionError(
                        "The sandbox answered " + method + " /control/" + path + " with " + reply.statusCode());
            }
            return reply.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("The sandbox did not answer " + method + " /control/" + path, e);
        }
    }
}
