package io.github.buymed4j.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the {@link ProbeServlet} of a deployed WAR from outside. */
final class Probe {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;

    Probe(URL base) {
        this.base = URI.create(base.toString());
    }

    /** What the enterprise bean's caller got: a value, or an exception's simple name, message and stack trace. */
    Outcome call(String what) {
        return call(what, "");
    }

    Outcome call(String what, String fault) {
        String reply = get("probe?call=" + what + "&fault=" + fault).body();
        try (JsonReader reader = Json.createReader(new StringReader(reply))) {
            JsonObject outcome = reader.readObject();
            return new Outcome(
                    outcome.getString("value", ""),
                    outcome.getString("exception", ""),
                    outcome.getString("message", ""),
                    outcome.getString("trace", ""));
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException("The probe did not answer", e);
        }
    }

    /** One outcome; what does not apply is empty. */
    record Outcome(String value, String exception, String message, String trace) {}
}
