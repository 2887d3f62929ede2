package io.github.buymed4j.credentials;

import io.github.buymed4j.internal.time.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Time that passes when a test says so, or when a call waits; what a test has planned happens during the waits. */
final class ManualTime implements LongSupplier, InstantSource, Pause {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Deque<Runnable> duringWaits = new ArrayDeque<>();
    private long nanos;
    private int waits;

    Timing timing(Duration checkInterval, Duration rotationWait) {
        return new Timing(checkInterval, rotationWait, this, this, this);
    }

    @Override
    public CompletionStage<@Nullable Void> of(long pause) {
        waits++;
        nanos += pause;
        if (!duringWaits.isEmpty()) {
            duringWaits.poll().run();
        }
        return CompletableFuture.completedFuture(null);
    }

    ManualTime pass(Duration time) {
        nanos += time.toNanos();
        return this;
    }

    /** The step for the next wait that has none yet. */
    ManualTime duringAWait(Runnable step) {
        duringWaits.add(step);
        return this;
    }

    int waits() {
        return waits;
    }

    Duration passed() {
        return Duration.ofNanos(nanos);
    }

    @Override
    public long getAsLong() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(nanos);
    }
}
