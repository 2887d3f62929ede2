package io.github.buymed4j.bench;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the platform accepted, as a share of what its limits allow, and what it refused.
 *
 * <p>A limit of 100 a window allows request number 100 <em>n</em> at the earliest <em>n</em> − 1 windows after the first.
 *
 * @param share that time, divided by the time it took
 * @param rejected replies with 429
 */
record Goodput(String counting, String client, double share, int accepted, int rejected) {

    /** Of the sandbox's own record of what arrived. */
    static Goodput of(String counting, String client, JsonObject arrivals) {
        List<JsonObject> requests = arrivals.getJsonArray("requests").getValuesAs(JsonObject.class).stream()
                .filter(request -> request.getString("path").contains("/pharmacy/"))
                .toList();
        List<Instant> accepted = requests.stream()
                .filter(request -> request.getInt("status") == 200)
                .map(request -> Instant.parse(request.getString("time")))
                .sorted()
                .toList();
        int windows = accepted.size() / QuotaClient.MINUTE.requests();
        Duration took = Duration.between(accepted.get(0), accepted.get(windows * QuotaClient.MINUTE.requests() - 1));
        Duration allowed = QuotaClient.MINUTE.window().multipliedBy(windows - 1);
        double share = (double) allowed.toMillis() / took.toMillis();
        return new Goodput(counting, client, share, accepted.size(), requests.size() - accepted.size());
    }

    @Override
    public String toString() {
        return "| %s | %s | %.2f %% | %d | %d |".formatted(counting, client, 100 * share, accepted, rejected);
    }
}
