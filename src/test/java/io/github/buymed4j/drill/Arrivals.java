package io.github.buymed4j.drill;

import io.github.buymed4j.it.SandboxApp;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What arrived at the platform, read piece by piece, since its list of requests is bounded. */
final class Arrivals {

    private static final String REJECTED = "INVALID_CLIENT";

    private final SandboxApp app;
    private int last;
    private long acceptedPosts;
    private long rejected;
    private @Nullable Instant rejectedSince;
    private Duration longestRejection = Duration.ZERO;

    Arrivals(SandboxApp app, int after) {
        this.app = app;
        this.last = after;
    }

    void read() {
        List<JsonObject> news = app.requestsSince(last);
        for (JsonObject arrival : news) {
            int number = arrival.getInt("seq");
            if (number != last + 1) {
                throw new IllegalStateException("The platform's list of requests has lost some");
            }
            last = number;
            count(arrival);
        }
    }

    private void count(JsonObject arrival) {
        Instant time = Instant.parse(arrival.getString("time"));
        if (arrival.getString("outcome").equals(REJECTED)) {
            rejected++;
            rejectedSince = rejectedSince == null ? time : rejectedSince;
        } else if (rejectedSince != null) {
            Duration rejection = Duration.between(rejectedSince, time);
            longestRejection = rejection.compareTo(longestRejection) > 0 ? rejection : longestRejection;
            rejectedSince = null;
        }
        acceptedPosts += arrival.getString("method").equals("POST") && arrival.getInt("status") == 200 ? 1 : 0;
    }

    long acceptedPosts() {
        return acceptedPosts;
    }

    long rejected() {
        return rejected;
    }

    Duration longestRejection() {
        return longestRejection;
    }
}
