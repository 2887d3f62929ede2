package io.github.buymed4j.bench;

import io.github.buymed4j.it.SandboxApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks the sandbox for a profile, without anything of ours in between. Thread-safe. */
final class PlainCall {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    PlainCall(SandboxApp app) {
        request = HttpRequest.newBuilder(URI.create(app.url() + "/api/v1/pharmacy/profile"))
                .header("Client-ID", app.clientId())
                .header("Client-Secret", app.clientSecret())
                .header("X-Service-Region", "vn")
                .header("Authorization", "Bearer ".concat(app.accessToken()))
                .build();
    }

    /** Fails on anything but a profile. */
    void send() {
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("HTTP " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
