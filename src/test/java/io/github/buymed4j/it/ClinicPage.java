package io.github.buymed4j.it;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Asks the {@link ClinicServlet} of a deployed WAR from outside.
 *
 * @param base with a slash at its end
 */
public record ClinicPage(URI base) {

    /** HTTP/1.1, since Payara ends a connection of HTTP/2 on which nothing was sent for half a minute. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A name, or an exception's simple name and message. */
    public String call(String what, String account, String value) {
        return text(HttpRequest.newBuilder(base.resolve(what + "?account=" + account + "&value=" + value)));
    }

    public void store(String account, JsonObject tokens, String life) {
        String stored = text(HttpRequest.newBuilder(base.resolve("seed?account=" + account + "&value=" + life))
                .POST(BodyPublishers.ofString(tokens.toString())));
        if (!stored.equals("stored")) {
            throw new IllegalStateException("The account was not stored");
        }
    }

    private static String text(HttpRequest.Builder request) {
        try {
            HttpResponse<String> reply =
                    HTTP.send(request.timeout(Duration.ofMinutes(3)).build(), BodyHandlers.ofString());
            return reply.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The application did not answer", e);
        }
    }
}
