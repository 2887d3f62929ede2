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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A million orders streamed from the sandbox by a Payara Micro of 256 MB, while {@link OrderTraffic} creates and changes others. The
 * alternative goes by page numbers, 200 of them, and keeps what it reads.
 */
final class StreamFigures {

    private static final int MILLION = 1_000_000;
    private static final int PAGES_BY_NUMBERS = 200;
    private static final double MOST_MEGABYTES = 8;

    private final Path project;
    private @Nullable Outcome outcome;

    private StreamFigures(Path project) {
        this.project = project;
    }

    /** Both are measured at once, when the first is asked for. */
    static List<Figure> all(Path project) {
        StreamFigures figures = new StreamFigures(project);
        Bound none = new Bound(Kind.AT_MOST, 0);
        Bound few = new Bound(Kind.AT_MOST, MOST_MEGABYTES);
        return List.of(
                new Figure(
                        "stream-lost", "orders", none, () -> figures.outcome().wrong()),
                new Figure("stream-heap", "MB", few, () -> figures.outcome().heap()));
    }

    private record Outcome(Medians wrong, Medians heap) {}

    private Outcome outcome() {
        if (outcome == null) {
            outcome = measured();
        }
        return outcome;
    }

    private Outcome measured() {
        SandboxApp app = SandboxApp.named("streams");
        long first = OrderTraffic.onlyOrders(app, MILLION);
        Path war = BenchWar.write(project, app.url());
        try (PayaraMicro server = PayaraMicro.start(project, war, BenchServer.credentials(app), "-Xmx256m");
                OrderTraffic traffic = new OrderTraffic(app, first, MILLION)) {
            double[] numbers = read(server.base(), "numbers", first, PAGES_BY_NUMBERS);
            double[] stream = read(server.base(), "time", first, MILLION);
            traffic.check();
            return new Outcome(new Medians(stream[0], numbers[0], 1), new Medians(stream[1], numbers[1], 1));
        } finally {
            OrderTraffic.onlyOrders(app, 200);
        }
    }

    /** How many orders went wrong, and the megabytes. */
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
