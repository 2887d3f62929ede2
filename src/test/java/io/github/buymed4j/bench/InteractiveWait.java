package io.github.buymed4j.bench;

import io.github.buymed4j.bench.Bound.Kind;
import io.github.buymed4j.it.SandboxApp;
import io.github.buymed4j.quota.Governors;
import io.github.buymed4j.quota.Permit;
import io.github.buymed4j.quota.Priority;
import io.github.buymed4j.quota.QuotaGovernor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How long one in a hundred interactive requests waits for the quota while batch work runs flat out on 16 threads. The
 * platform's minute is two seconds here, its limit 100 as ever; interactive requests come at random, 12 in a window on average
 * of the 20 that are kept for them. The alternative keeps none for them.
 */
final class InteractiveWait {

    private static final int REQUESTS = 100;
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final int INTERACTIVE_A_WINDOW = 12;
    private static final int INTERACTIVE = 240;
    private static final int BATCH_THREADS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final QuotaGovernor governor;
    private final PlainCall call;
    private final Random random = new Random(2026);

    private InteractiveWait(double share, PlainCall call) {
        this.governor = Governors.local(
                new Governors.Limits(REQUESTS, WINDOW, Integer.MAX_VALUE, Duration.ofHours(1), share, PATIENCE));
        this.call = call;
    }

    /** At most one slot's return: batch work returns 80 a window. */
    static Figure figure() {
        return new Figure(
                "interactive-wait", "ms", new Bound(Kind.AT_MOST, WINDOW.toMillis() / 80.0), InteractiveWait::measured);
    }

    private static Medians measured() {
        SandboxApp app = SandboxApp.named("interactive-wait");
        PlainCall call = new PlainCall(app);
        app.control(
                "PUT",
                "limits",
                "{\"perMinute\":" + REQUESTS + ",\"minuteMillis\":" + WINDOW.toMillis() + ",\"perHour\":0}");
        try {
            List<Double> ours = new InteractiveWait(0.2, call).run();
            if (percentile(ours, 50) > 1) {
                throw new IllegalStateException("The median waits " + percentile(ours, 50) + " ms");
            }
            return new Medians(percentile(ours, 99), percentile(new InteractiveWait(0, call).run(), 99), 1);
        } finally {
            app.control("PUT", "limits", "{\"perMinute\":0,\"perHour\":0}");
        }
    }

    /** Begins when the window of whoever used the platform before is over. */
    private List<Double> run() {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(BATCH_THREADS + 8);
        try {
            long millis = WINDOW.toMillis() + 100;
            List<Future<?>> batch = new ArrayList<>();
            for (int i = 0; i < BATCH_THREADS; i++) {
                batch.add(threads.schedule(this::runBatch, millis, TimeUnit.MILLISECONDS));
            }
            List<Future<Double>> interactive = new ArrayList<>();
            for (int i = 0; i < INTERACTIVE; i++) {
                millis += pause();
                interactive.add(threads.schedule(() -> waited(Priority.INTERACTIVE), millis, TimeUnit.MILLISECONDS));
            }
            return outcome(interactive, batch);
        } finally {
            threads.shutdownNow();
        }
    }

    private long pause() {
        return Math.round(-Math.log(1 - random.nextDouble()) * WINDOW.toMillis() / INTERACTIVE_A_WINDOW);
    }

    private void runBatch() {
        while (!Thread.currentThread().isInterrupted()) {
            waited(Priority.BATCH);
        }
    }

    /** Milliseconds until the request could be sent. */
    private double waited(Priority priority) {
        long begin = System.nanoTime();
        Permit permit = Governors.permit(governor, null, priority, PATIENCE);
        double waited = (System.nanoTime() - begin) / 1e6;
        try {
            call.send();
        } finally {
            permit.replied();
        }
        return waited;
    }

    private static List<Double> outcome(List<Future<Double>> interactive, List<Future<?>> batch) {
        try {
            List<Double> waits = new ArrayList<>();
            for (Future<Double> wait : interactive) {
                waits.add(wait.get());
            }
            if (batch.stream().anyMatch(Future::isDone)) {
                throw new IllegalStateException("A request of the batch work was refused");
            }
            return waits.stream().sorted().toList();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100);
    }
}
