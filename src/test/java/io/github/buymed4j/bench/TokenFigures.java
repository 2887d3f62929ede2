package io.github.buymed4j.bench;

import java.util.List;

/** What an account's token costs a call. */
final class TokenFigures {

    private static final int RUNS = 9;
    private static final int WARM_UPS = 5;
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int LOOKS = 5_000;

    private TokenFigures() {}

    static List<Figure> all(BenchServer server) {
        return List.of(
                new Figure("warm-token", "ns/call", new Bound(Bound.Kind.AT_MOST, 2_000), () -> warm(server)),
                new Figure(
                        "cold-token-100000", "ns/call", new Bound(Bound.Kind.TIMES_AT_MOST, 1.5), () -> cold(server)));
    }

    /** What a call for an account takes more than one with the ready token; with all accounts in the store. */
    private static Medians warm(BenchServer server) {
        server.measure("accounts", 1, MANY);
        byTurns(server, WARM_UPS);
        return byTurns(server, RUNS).difference();
    }

    private static Medians byTurns(BenchServer server, int runs) {
        return Medians.byTurns(runs, () -> server.measure("accountCall", 1, 5), () -> server.measure("call", 1, 5));
    }

    /** A token that has to be read from the store, of many accounts against few: on a server of its own, which has none yet. */
    private static Medians cold(BenchServer server) {
        try (BenchServer fresh = server.another()) {
            double few = median(fresh, FEW);
            return new Medians(median(fresh, MANY), few, RUNS);
        }
    }

    private static double median(BenchServer server, int accounts) {
        server.measure("accounts", 1, accounts);
        server.measure("cold-token", 1, 4 * LOOKS);
        return Medians.byTurns(RUNS, () -> server.measure("cold-token", 1, LOOKS), () -> 0)
                .ours();
    }
}
