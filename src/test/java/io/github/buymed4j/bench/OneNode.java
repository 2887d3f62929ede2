package io.github.buymed4j.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Sixteen threads of one process that send all they may, by each kind of client and for each way of counting. */
final class OneNode {

    static final int THREADS = 16;
    private static final int REQUESTS = 2_000;

    private OneNode() {}

    static List<Goodput> measured() {
        ScaledSandbox sandbox = ScaledSandbox.start();
        QuotaClient.all().forEach(kind -> warmUp(sandbox, kind.fresh().get()));
        List<Goodput> all = new ArrayList<>();
        for (String counting : ScaledSandbox.COUNTINGS) {
            for (QuotaClient.Kind kind : QuotaClient.all()) {
                Goodput goodput = measured(sandbox, counting, kind);
                System.out.println(goodput);
                all.add(goodput);
            }
        }
        sandbox.unlimited();
        return all;
    }

    /** By requests that the platform does not count, as many as the client sends of itself in three windows. */
    static void warmUp(ScaledSandbox sandbox, QuotaClient client) {
        sandbox.unlimited();
        send(sandbox, BooleanSupplier::getAsBoolean, 3_000);
        send(sandbox, client, 300);
    }

    private static Goodput measured(ScaledSandbox sandbox, String counting, QuotaClient.Kind kind) {
        int before = sandbox.last();
        QuotaClient client = kind.fresh().get();
        awaitWindow();
        sandbox.limit(counting);
        send(sandbox, client, REQUESTS);
        return Goodput.of(counting, kind.name(), sandbox.arrivals(before));
    }

    /** A fixed window has just begun: nobody can have more than its limit in the first one. */
    static void awaitWindow() {
        long window = QuotaClient.MINUTE.window().toMillis();
        while (System.currentTimeMillis() % window > window / 100) {
            Thread.onSpinWait();
        }
    }

    private static void send(ScaledSandbox sandbox, QuotaClient client, int requests) {
        AtomicInteger accepted = new AtomicInteger();
        Callable<Void> caller = () -> {
            while (accepted.get() < requests) {
                if (client.send(sandbox::request)) {
                    accepted.incrementAndGet();
                }
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(THREADS, caller))) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
