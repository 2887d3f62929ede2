package io.github.buymed4j.bench;

import io.github.buymed4j.Canary;
import io.github.buymed4j.bench.Bound.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What deploying {@code buymed4j.war} adds to the boot of a Payara Micro, compared with the smallest WAR of its kind: one with a
 * bean, a REST client and a page, for which the server starts CDI, MicroProfile and Faces. And what that one adds over a WAR with
 * nothing in it. The WARs take turns, so that each run has its pair.
 */
final class DeployAdded {

    private static final int RUNS = 9;

    private DeployAdded() {}

    static List<Figure> all(Path project) {
        return List.of(
                new Figure(
                        "deploy-added",
                        "s",
                        new Bound(Kind.AT_MOST, 0.3),
                        () -> measured(project, ours(project), BenchWar.writeSmallest(project))),
                new Figure(
                        "deploy-smallest",
                        "s",
                        null,
                        () -> measured(project, BenchWar.writeSmallest(project), BenchWar.writeEmpty(project))));
    }

    private static Path ours(Path project) {
        return project.resolve("target/buymed4j.war");
    }

    private static Medians measured(Path project, Path war, Path peer) {
        boot(project, peer); // reads the server from the disk
        return Medians.byTurns(RUNS, () -> boot(project, war), () -> boot(project, peer))
                .difference();
    }

    private static double boot(Path project, Path war) {
        Map<String, String> credentials = Map.of(
                "BUYMED_CLIENT_ID", "buymed_app_987654321",
                "BUYMED_CLIENT_SECRET", Canary.secret(),
                "BUYMED_MP_REST_URL", "http://127.0.0.1:1");
        try (PayaraMicro server = PayaraMicro.start(project, war, credentials)) {
            return server.boot().toNanos() / 1e9;
        }
    }
}
