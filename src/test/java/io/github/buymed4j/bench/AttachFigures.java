package io.github.buymed4j.bench;

import io.github.buymed4j.bench.Bound.Kind;
import java.util.List;

/** What attaching the credentials to a request costs. */
final class AttachFigures {

    private static final int RUNS = 9;

    private AttachFigures() {}

    static List<Figure> all(BenchServer server) {
        return List.of(
                new Figure(
                        "attach-vs-constant",
                        "ns/call",
                        new Bound(Kind.TIMES_AT_MOST, 1.5),
                        () -> warm(server, "ours", "constant")),
                new Figure(
                        "attach-vs-config",
                        "ns/call",
                        new Bound(Kind.TIMES_LESS_AT_LEAST, 5),
                        () -> warm(server, "ours", "config")),
                new Figure(
                        "attach-allocation",
                        "bytes/call",
                        new Bound(Kind.AT_MOST, 0),
                        () -> warm(server, "ours-bytes", "constant-bytes").difference()),
                new Figure("attach-whole-call", "ns/call", null, () -> warm(server, "call", "constant")));
    }

    private static Medians warm(BenchServer server, String ours, String against) {
        Medians.byTurns(3, () -> server.measure(ours), () -> server.measure(against));
        return Medians.byTurns(RUNS, () -> server.measure(ours), () -> server.measure(against));
    }
}
