package io.github.buymed4j.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often the platform is asked to renew a token that many calls find expired. A call that does not bring the pharmacy's
 * profile ends the run.
 */
final class RefreshFigures {

    private static final int CALLS_ON_ONE_NODE = 1_000;
    private static final int CALLS_ON_EACH_NODE = 300;
    private static final int ACCOUNTS = 2_000;
    private static final String EXPIRED = "-PT1H";

    private RefreshFigures() {}

    static List<Figure> all(Path project) {
        Bound once = new Bound(Bound.Kind.AT_MOST, 1);
        return List.of(
                new Figure("refresh-one-node", "refreshes", once, () -> oneNode(project)),
                new Figure("refresh-three-nodes", "refreshes", once, () -> threeNodes(project)),
                new Figure(
                        "refresh-three-nodes-2000-accounts",
                        "refreshes",
                        new Bound(Bound.Kind.AT_MOST, ACCOUNTS),
                        () -> manyAccounts(project)));
    }

    private static Medians oneNode(Path project) {
        try (Nodes nodes = Nodes.start(project, 1)) {
            return oneAccount(nodes, CALLS_ON_ONE_NODE);
        }
    }

    private static Medians threeNodes(Path project) {
        try (Nodes nodes = Nodes.start(project, 3)) {
            return oneAccount(nodes, CALLS_ON_EACH_NODE);
        }
    }

    /** The alternative: each call renews the token that it finds expired. */
    private static Medians oneAccount(Nodes nodes, int calls) {
        store(nodes, "expired");
        double refreshes =
                nodes.refreshesWhile(page -> allAnswered(page.call("together", "expired", calls + ""), calls));
        return counted(refreshes, 1, calls * nodes.count());
    }

    private static Medians manyAccounts(Path project) {
        try (Nodes nodes = Nodes.start(project, 3)) {
            IntStream.range(0, ACCOUNTS).parallel().forEach(i -> store(nodes, "many-" + i));
            double refreshes =
                    nodes.refreshesWhile(page -> allAnswered(page.call("each", "many", ACCOUNTS + ""), ACCOUNTS));
            return counted(refreshes, ACCOUNTS, ACCOUNTS * nodes.count());
        }
    }

    /** Fewer than needed would mean that nothing was measured. */
    private static Medians counted(double refreshes, int needed, int against) {
        if (refreshes < needed) {
            throw new IllegalStateException("Only " + refreshes + " refreshes of " + needed);
        }
        return new Medians(refreshes, against, 1);
    }

    private static void store(Nodes nodes, String account) {
        nodes.first().store(account, nodes.app().tokensOf("refreshed"), EXPIRED);
    }

    private static void allAnswered(String names, int calls) {
        if (!names.matches("\\{[^=]+=" + calls + "\\}") || names.contains("Exception")) {
            throw new IllegalStateException("Not each call was answered: " + names);
        }
    }
}
