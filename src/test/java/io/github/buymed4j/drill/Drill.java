package io.github.buymed4j.drill;

import io.github.buymed4j.it.SandboxApp;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Regenerates an application's secret several times under traffic. */
public final class Drill {

    private final Steering traffic;
    private final SandboxApp app;
    private final int threads;

    public Drill(Steering traffic, SandboxApp app, int threads) {
        this.traffic = traffic;
        this.app = app;
        this.threads = threads;
    }

    /** One step of a rotation, and how long until the next one. */
    public record Step(Runnable action, Duration pause) {}

    /** Takes the steps in turn, so many times; blocks until the last call is over. */
    public Report run(int rotations, List<Step> steps) {
        int before = app.now();
        Arrivals arrivals = new Arrivals(app, before);
        traffic.begin(threads);
        for (int rotation = 0; rotation < rotations; rotation++) {
            steps.forEach(Drill::take);
            arrivals.read();
        }
        JsonObject tally = traffic.end();
        arrivals.read();
        return new Report(
                rotations,
                threads,
                tally.getJsonNumber("gets").longValue(),
                tally.getJsonNumber("posts").longValue(),
                tally.getJsonNumber("failed").longValue(),
                tally.getString("firstFailure"),
                Duration.ofMillis(tally.getJsonNumber("longestMillis").longValue()),
                arrivals.acceptedPosts(),
                arrivals.rejected(),
                arrivals.longestRejection());
    }

    private static void take(Step step) {
        step.action().run();
        Executor later = CompletableFuture.delayedExecutor(step.pause().toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> {}, later).join();
    }
}
