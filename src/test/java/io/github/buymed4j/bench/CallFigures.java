package io.github.buymed4j.bench;

import io.github.buymed4j.bench.Bound.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Calls a second through the facade, against a client written by hand. A reply that is not as it must be ends the run. */
final class CallFigures {

    private static final int RUNS = 9;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration RUN = Duration.ofSeconds(2);

    private CallFigures() {}

    static List<Figure> all(BenchServer server) {
        return Stream.of(1, 16)
                .map(threads -> new Figure(
                        "calls-vs-handwritten-" + threads,
                        "calls/s",
                        new Bound(Kind.TIMES_AT_LEAST, 1),
                        () -> measured(server, threads)))
                .toList();
    }

    private static Medians measured(BenchServer server, int threads) {
        byTurns(server, threads, 2, WARM_UP);
        return byTurns(server, threads, RUNS, RUN);
    }

    private static Medians byTurns(BenchServer server, int threads, int runs, Duration time) {
        return Medians.byTurns(
                runs,
                () -> server.measure("facade", threads, time),
                () -> server.measure("hand-written", threads, time));
    }
}
