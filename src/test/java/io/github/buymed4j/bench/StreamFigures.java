package io.github.buymed4j.bench;

import io.github.buymed4j.bench.Bound.Kind;
import io.github.buymed4j.it.SandboxApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A million orders streamed from the sandbox by a Payara Micro of 256 MB, while {@link OrderTraffic} creates and changes others. The
 * alternative goes by page numbers, 200 of them, and keeps what it reads.
 */
final class StreamFigures {

    private static final int MILLION = 1_000_000;
    private static final int PAGES_BY_NUMBERS = 200;
    private static final int LARGEST_PAGE = 100;
    private static final double MOST_MEGABYTES = 8;

    /** How the platform may read {@code fromDate} and {@code toDate}, besides the reading that the other figures take. */
    private static final List<String> OTHER_READINGS = List.of("exclusive", "second", "day", "day-vn");

    private final Path project;
    private final Map<String, Reading> readings = new HashMap<>();
    private @Nullable Outcome outcome;

    private StreamFigures(Path project) {
        this.project = project;
    }

    /** Those of one reading are measured at once, when the first is asked for. */
    static List<Figure> all(Path project) {
        StreamFigures figures = new StreamFigures(project);
        Bound none = new Bound(Kind.AT_MOST, 0);
        Bound few = new Bound(Kind.AT_MOST, MOST_MEGABYTES);
        List<Figure> all = new ArrayList<>(List.of(
                new Figure(
                        "stream-lost", "orders", none, () -> figures.outcome().wrong()),
                new Figure("stream-heap", "MB", few, () -> figures.outcome().heap())));
        OTHER_READINGS.forEach(reading -> {
            all.add(new Figure(
                    "stream-lost-" + reading,
                    "orders",
                    none,
                    () -> figures.of(reading).wrong()));
            all.add(new Figure(
                    "stream-requests-" + reading,
                    "requests/100 orders",
                    null,
                    () -> figures.of(reading).requests()));
        });
        return all;
    }

    private record Outcome(Medians wrong, Medians heap) {}

    private record Reading(Medians wrong, Medians requests) {}

    private Reading of(String reading) {
        return readings.computeIfAbsent(reading, this::measuredBy);
    }

    /** How many orders went wrong, and the requests for each hundred orders that the scan gave. */
    private Reading measuredBy(String reading) {
        return amongTraffic(reading, (server, app, first) -> {
            int begin = app.now();
            double[] stream = read(server, "time", first, MILLION);
            int requests = app.now() - begin;
            return new Reading(new Medians(stream[0], 0, 1), new Medians(requests * LARGEST_PAGE / stream[2], 1, 1));
        });
    }

    private Outcome outcome() {
        if (outcome == null) {
            outcome = measured();
        }
        return outcome;
    }

    private Outcome measured() {
        return amongTraffic("inclusive", (server, app, first) -> {
            double[] numbers = read(server, "numbers", first, PAGES_BY_NUMBERS);
            double[] stream = read(server, "time", first, MILLION);
            return new Outcome(new Medians(stream[0], numbers[0], 1), new Medians(stream[1], numbers[1], 1));
        });
    }

    @FunctionalInterface
    private interface Measurement<T> {
        T on(URI server, SandboxApp app, long first);
    }

    /** Measures on a server of its own, on a million orders, while others are created and changed. */
    private <T> T amongTraffic(String reading, Measurement<T> measurement) {
        SandboxApp app = SandboxApp.named("streams");
        long first = OrderTraffic.onlyOrders(app, MILLION);
        app.control("PUT", "dates", "{\"reading\":\"" + reading + "\"}");
        Path war = BenchWar.write(project, app.url());
        try (PayaraMicro server = PayaraMicro.start(project, war, BenchServer.credentials(app), "-Xmx256m");
                OrderTraffic traffic = new OrderTraffic(app, first, MILLION)) {
            T measured = measurement.on(server.base(), app, first);
            traffic.check();
            return measured;
        } finally {
            app.control("PUT", "dates", "{}");
            OrderTraffic.onlyOrders(app, 200);
        }
    }

    /** How many orders went wrong, the megabytes, and how many were read. */
    private static double[] read(URI server, String by, long first, int amount) {
        URI address = server.resolve("stream?by=" + by + "&first=" + first + "&amount=" + amount);
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(10)).build();
        try {
            HttpResponse<String> reply = BenchServer.HTTP.send(request, BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw new IllegalStateException("The orders were not read; see target/bench");
            }
            return Stream.of(reply.body().split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The server did not answer", e);
        }
    }
}
