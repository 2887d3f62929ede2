package io.github.buymed4j.bench;

import io.github.buymed4j.bench.Bound.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Calls a second through the facade, against a client written by hand. A reply that is not as it must be ends the run. */
final class CallFigures {

    private static final int RUNS = 9;

    /** A minute for each: before, the virtual machine still compiles, and a call takes up to three times as long. */
    private static final int WARM_UP_RUNS = 12;

    private static final int WARM_UP_MILLIS = 5_000;
    private static final int RUN_MILLIS = 2_000;

    private CallFigures() {}

    static List<Figure> all(BenchServer server) {
        return Stream.of(1, 16)
                .map(threads -> new Figure(
                        "calls-vs-handwritten-" + threads,
                        "calls/s",
                        new Bound(Kind.TIMES_AT_LEAST, 1.1),
                        () -> measured(server, threads)))
                .toList();
    }

    private static Medians measured(BenchServer server, int threads) {
        byTurns(server, threads, WARM_UP_RUNS, WARM_UP_MILLIS);
        return byTurns(server, threads, RUNS, RUN_MILLIS);
    }

    private static Medians byTurns(BenchServer server, int threads, int runs, int millis) {
        return Medians.byTurns(
                runs,
                () -> server.measure("facade", threads, millis),
                () -> server.measure("hand-written", threads, millis));
    }
}
