package io.github.buymed4j.bench;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the platform accepted, as a share of what its limits allow, and what it refused.
 *
 * @param share what was accepted of 100 a window since the first request, at the worst moment of the second half
 * @param hundreds the time in which 100 <em>n</em> requests are accepted at the earliest, <em>n</em> − 1 windows, divided by the time it took
 * @param rejected replies with 429
 */
record Goodput(String counting, String client, double share, double hundreds, int accepted, int rejected) {

    /** Of a table that has a row for each. */
    static final String HEAD = """
            | counting | client | limit used | by hundreds | accepted | 429s |
            | --- | --- | --- | --- | --- | --- |
            """;

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
        return new Goodput(
                counting,
                client,
                share(accepted),
                hundreds(accepted),
                accepted.size(),
                requests.size() - accepted.size());
    }

    /** The worst moment is the one before a request is accepted; where a burst has come early, no more than all is used. */
    private static double share(List<Instant> accepted) {
        return IntStream.range(accepted.size() / 2, accepted.size())
                .mapToDouble(before -> before / allowedUntil(accepted, before))
                .reduce(1, Math::min);
    }

    private static double allowedUntil(List<Instant> accepted, int index) {
        Duration since = Duration.between(accepted.get(0), accepted.get(index));
        return QuotaClient.MINUTE.requests() * windows(since);
    }

    private static double hundreds(List<Instant> accepted) {
        int windows = accepted.size() / QuotaClient.MINUTE.requests();
        int last = windows * QuotaClient.MINUTE.requests() - 1;
        return (windows - 1) / windows(Duration.between(accepted.get(0), accepted.get(last)));
    }

    private static double windows(Duration time) {
        return (double) time.toNanos() / QuotaClient.MINUTE.window().toNanos();
    }

    @Override
    public String toString() {
        return "| %s | %s | %.2f %% | %.2f %% | %d | %d |"
                .formatted(counting, client, 100 * share, 100 * hundreds, accepted, rejected);
    }
}
