package io.github.buymed4j.kit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;

/** An application that knows nothing but its configuration. */
final class ApiClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, String> config;
    private final String accessToken;

    ApiClient(Map<String, String> config) {
        this(config, Objects.requireNonNull(config.get("buymed.access-token")));
    }

    private ApiClient(Map<String, String> config, String accessToken) {
        this.config = config;
        this.accessToken = accessToken;
    }

    ApiClient withToken(String otherToken) {
        return new ApiClient(config, otherToken);
    }

    /** Takes the path and query that follow {@code /api/v1/pharmacy/}. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI target = URI.create(config.get("buymed/mp-rest/url") + "/api/v1/pharmacy/" + path);
        return HTTP.send(
                HttpRequest.newBuilder(target)
                        .header("Client-ID", config.get("buymed.client-id"))
                        .header("Client-Secret", config.get("buymed.client-secret"))
                        .header("X-Service-Region", "vn")
                        .header("Authorization", "Bearer " + accessToken)
                        .build(),
                BodyHandlers.ofString());
    }

    int status(String path) throws IOException, InterruptedException {
        return get(path).statusCode();
    }
}
