package io.github.buymed4j.battery;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Asks the {@link BatteryServlet} from outside. */
final class Battery {

    /** Open Liberty's HTTP/2 over clear text does not finish every reply. */
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;

    Battery(URL base) {
        this.base = URI.create(base + "battery/");
    }

    /** What a caller got; what does not apply is empty. */
    record Outcome(String value, String exception, String message, String trace, boolean processed, long millis) {

        Outcome(JsonObject json) {
            this(
                    json.getString("value", ""),
                    json.getString("exception", ""),
                    json.getString("message", ""),
                    json.getString("trace", ""),
                    json.getBoolean("processed", false),
                    json.getInt("millis"));
        }

        String kind() {
            return exception.substring(exception.lastIndexOf('.') + 1);
        }

        boolean isTyped() {
            return exception.startsWith("io.github.buymed4j.");
        }

        /** One line: the value, or the exception and its text. */
        String line() {
            return exception.isEmpty() ? value : kind() + ": " + message;
        }

        @Override
        public String toString() {
            return line() + " after " + millis + " ms";
        }
    }

    /** What came of traffic. */
    record Traffic(int calls, int failed, long longestMillis, String firstFailure) {}

    Outcome call(String call, String fault) {
        return new Outcome(get("call?call=" + call + "&fault=" + fault).asJsonObject());
    }

    Outcome callWithin(Duration time, String call, String fault) {
        return new Outcome(
                get("call?call=" + call + "&fault=" + fault + "&within=" + time).asJsonObject());
    }

    Outcome interrupted(Duration after, String call, String fault) {
        return new Outcome(get("interrupted?call=" + call + "&fault=" + fault + "&after=" + after)
                .asJsonObject());
    }

    List<Outcome> together(int threads, String call, String fault) {
        return get("together?call=" + call + "&fault=" + fault + "&threads=" + threads).asJsonArray().stream()
                .map(outcome -> new Outcome(outcome.asJsonObject()))
                .toList();
    }

    /** {@code stage}, {@code value}, or what the method threw. */
    String kindOf(String call, String fault) {
        return ((JsonString) get("kind?call=" + call + "&fault=" + fault)).getString();
    }

    String seen() {
        return ((JsonString) get("seen")).getString();
    }

    void set(String property, String value) {
        get("set?property=" + property + "&value=" + value);
    }

    void clear(String property) {
        get("set?property=" + property);
    }

    void begin(List<String> calls) {
        get("begin?calls=" + String.join(",", calls));
    }

    Traffic end() {
        JsonObject tally = get("end").asJsonObject();
        return new Traffic(
                tally.getInt("calls"),
                tally.getInt("failed"),
                tally.getInt("longestMillis"),
                tally.getString("firstFailure"));
    }

    /** What is unreachable in the server is found, and its cleaners run. */
    void collectGarbage() {
        get("gc");
        LockSupport.parkNanos(500_000_000L);
    }

    long millisOfTrivialTasks() {
        return ((JsonNumber) get("executor")).longValue();
    }

    private JsonValue get(String path) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            String body = HTTP.send(request, BodyHandlers.ofString()).body();
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readValue();
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer to " + path, e);
        }
    }
}
