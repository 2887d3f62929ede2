package io.github.buymed4j.console.oidc;

import io.github.buymed4j.config.Secret;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The requests to the provider: JSON, no redirect, and at most ten seconds each. Thread-safe. */
final class ProviderClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final long LONGEST_SECONDS = 10;

    private @Nullable HttpClient http;

    /** Made when it is needed: it has a thread. */
    private synchronized HttpClient http() {
        HttpClient made = http;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            http = made;
        }
        return made;
    }

    /** The JSON object at the address. */
    JsonObject get(URI address) {
        return json(send(request(address).GET()));
    }

    /** The answer to the form, sent with the client's id and secret in HTTP Basic (RFC 6749, 2.3.1). */
    JsonObject post(URI address, Map<String, String> form, String clientId, Secret clientSecret) {
        String user = encoded(clientId) + ":" + encoded(clientSecret.reveal());
        return post(
                request(address)
                        .header(
                                HttpHeaders.AUTHORIZATION,
                                "Basic "
                                        + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.US_ASCII))),
                form);
    }

    /** The answer to the form, in which the client's id and secret are. */
    JsonObject post(URI address, Map<String, String> form) {
        return post(request(address), form);
    }

    private JsonObject post(HttpRequest.Builder request, Map<String, String> form) {
        return json(send(request.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED)
                .POST(BodyPublishers.ofString(query(form)))));
    }

    /** The parameters as a form or a query has them. */
    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
    }

    private String send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        CompletableFuture<HttpResponse<String>> reply = http().sendAsync(built, BodyHandlers.ofString());
        try {
            HttpResponse<String> arrived = reply.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (arrived.statusCode() == 200) {
                return arrived.body();
            }
            throw failure(built, "answered with status " + arrived.statusCode());
        } catch (ExecutionException | TimeoutException e) {
            throw failure(built, "did not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(built, "did not answer before the thread was interrupted");
        } finally {
            reply.cancel(true);
        }
    }

    private static OpenIdException failure(HttpRequest request, String what) {
        return new OpenIdException("The OpenID provider at " + request.uri().getHost() + " " + what);
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new OpenIdException("The OpenID provider's answer is not a JSON object");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
