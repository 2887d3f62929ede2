package io.github.buymed4j.bench;

import io.github.buymed4j.bench.Bound.Kind;
import java.util.List;

/** What attaching the credentials to a request costs. */
final class AttachFigures {

    private static final int RUNS = 9;
    private static final int WARM_UPS = 5;

    private AttachFigures() {}

    static List<Figure> all(BenchServer server) {
        return List.of(
                new Figure(
                        "attach-vs-constant",
                        "ns/call",
                        new Bound(Kind.TIMES_AT_MOST, 1.5),
                        () -> measured(server, 100, "ours", "constant")),
                new Figure(
                        "attach-vs-config",
                        "ns/call",
                        new Bound(Kind.TIMES_LESS_AT_LEAST, 5),
                        () -> measured(server, 100, "ours", "config")),
                new Figure(
                        "attach-allocation",
                        "bytes/call",
                        new Bound(Kind.AT_MOST, 0),
                        () -> measured(server, 100_000, "ours-bytes", "constant-bytes")
                                .difference()),
                new Figure("attach-whole-call", "ns/call", null, () -> measured(server, 5, "call", "constant")));
    }

    private static Medians measured(BenchServer server, int amount, String ours, String against) {
        byTurns(server, WARM_UPS, amount, ours, against);
        return byTurns(server, RUNS, amount, ours, against);
    }

    private static Medians byTurns(BenchServer server, int runs, int amount, String ours, String against) {
        return Medians.byTurns(runs, () -> server.measure(ours, 1, amount), () -> server.measure(against, 1, amount));
    }
}
