package io.github.buymed4j.bench;

import io.github.buymed4j.it.SandboxApp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Creates a thousand orders a second in the sandbox, and changes the status of others, until it is closed. A reader who flat
 * out reads a hundred pages a second sees as many created for each page as one at the platform's limit of 100 pages a minute
 * does of a thousand a minute.
 */
final class OrderTraffic implements AutoCloseable {

    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final int STEP_MILLIS = 100;
    private static final int CREATED_A_STEP = 100;
    private static final int CHANGED_A_STEP = 3;

    private final SandboxApp app;
    private final long first;
    private final int count;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> steps;

    OrderTraffic(SandboxApp app, long first, int count) {
        this.app = app;
        this.first = first;
        this.count = count;
        this.steps = timer.scheduleAtFixedRate(this::step, 0, STEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Makes the orders in place of all that there are; gives the id of the first. */
    static long onlyOrders(SandboxApp app, int count) {
        app.control("DELETE", "orders", "");
        String orders = "{\"count\":" + count + ",\"from\":\"" + BEGIN + "\",\"to\":\""
                + InstantSource.system().instant().minusSeconds(1) + "\"}";
        return app.control("POST", "orders", orders)
                .getJsonNumber("firstOrderId")
                .longValue();
    }

    private void step() {
        app.control("POST", "orders", "{\"count\":" + CREATED_A_STEP + "}");
        for (int i = 0; i < CHANGED_A_STEP; i++) {
            long id = first + ThreadLocalRandom.current().nextInt(count);
            app.control("PUT", "orders/" + id, "{\"status\":\"COMPLETED\"}");
        }
    }

    /** Fails where there was no traffic any more. */
    void check() {
        if (steps.isDone()) {
            throw new IllegalStateException("No orders were created meanwhile");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
