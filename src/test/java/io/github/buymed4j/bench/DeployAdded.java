package io.github.buymed4j.bench;

import io.github.buymed4j.Canary;
import io.github.buymed4j.bench.Bound.Kind;
import java.nio.file.Path;
import java.util.Map;

/** What deploying {@code buymed4j.war} adds to the boot of a Payara Micro, compared with a WAR with nothing in it. */
final class DeployAdded {

    private static final int RUNS = 5;

    private DeployAdded() {}

    static Figure figure(Path project) {
        return new Figure("deploy-added", "s", new Bound(Kind.AT_MOST, 1.5), () -> measured(project));
    }

    private static Medians measured(Path project) {
        Path ours = project.resolve("target/buymed4j.war");
        Path empty = BenchWar.writeEmpty(project);
        boot(project, empty); // reads the server from the disk
        return Medians.byTurns(RUNS, () -> boot(project, ours), () -> boot(project, empty))
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
