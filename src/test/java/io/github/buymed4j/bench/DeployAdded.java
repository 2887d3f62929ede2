package io.github.buymed4j.bench;

import io.github.buymed4j.Canary;
import io.github.buymed4j.bench.Bound.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What deploying {@code buymed4j.war} adds to the boot of a Payara Micro, compared with a WAR with nothing in it; and what the
 * smallest WAR adds that has a bean, a REST client and a page, for which the server starts CDI, MicroProfile and Faces.
 */
final class DeployAdded {

    private static final int RUNS = 5;

    private DeployAdded() {}

    static List<Figure> all(Path project) {
        return List.of(
                new Figure("deploy-added", "s", new Bound(Kind.AT_MOST, 1.5), () -> measured(project, ours(project))),
                new Figure("deploy-smallest", "s", null, () -> measured(project, BenchWar.writeSmallest(project))));
    }

    private static Path ours(Path project) {
        return project.resolve("target/buymed4j.war");
    }

    private static Medians measured(Path project, Path war) {
        Path empty = BenchWar.writeEmpty(project);
        boot(project, empty); // reads the server from the disk
        return Medians.byTurns(RUNS, () -> boot(project, war), () -> boot(project, empty))
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
