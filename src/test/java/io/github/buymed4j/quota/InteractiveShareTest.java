package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.quota.SimulatedPlatform.Counting;
import io.github.buymed4j.quota.Simulation.Caller;
import io.github.buymed4j.quota.Simulation.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interactive requests while 16 batch callers run flat out: 100 a minute, a fifth of them kept for interactive ones. */
class InteractiveShareTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MILLI = 1_000_000;

    private final Random random = new Random(2026);
    private final List<Wait> batch = new ArrayList<>();
    private final List<Wait> interactive = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Counting.class)
    void acquire_neverMoreThanTheShareInAWindow_neverWaits(Counting counting) {
        Simulation simulation = run(counting, 0.2, 20, () -> 61_000 * MILLI + random.nextLong(MINUTE.toNanos()));

        assertThat(interactive).hasSizeGreaterThan(3_000).allMatch(wait -> wait.nanos() == 0);
        assertThat(simulation.rejected()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void acquire_atRandomWithinTheShare_medianIsNoWaitAndOneInAHundredOneReturn(
            Counting counting, TestReporter reporter) {
        // 48 people, each every 4 minutes on average, at any moment: 12 a minute, and some minutes more than 20
        Simulation simulation =
                run(counting, 0.2, 48, () -> (long) (-Math.log(1 - random.nextDouble()) * 4 * MINUTE.toNanos()));

        assertThat(interactive).hasSizeGreaterThan(3_000);
        reporter.publishEntry(
                "p99 wait", Duration.ofNanos(percentile(99, Wait::nanos)).toString());
        reporter.publishEntry(
                "longest wait", Duration.ofNanos(percentile(100, Wait::nanos)).toString());
        assertThat(percentile(50, Wait::nanos)).isZero();
        assertThat(percentile(99, Wait::nanos)).isLessThanOrEqualTo(MINUTE.toNanos() / 80);
        assertThat(simulation.rejected()).isZero();
    }

    @Test
    void acquire_noInteractiveRequests_batchLeavesTheShareAlone() {
        Simulation simulation = run(Counting.SLIDING, 0.2, 0, () -> 0);

        assertThat(simulation.share(100 * 300)).isBetween(0.79, 0.80);
    }

    @Test
    void acquire_noShare_batchUsesTheWholeLimit() {
        Simulation simulation = run(Counting.SLIDING, 0, 0, () -> 0);

        assertThat(simulation.share(100 * 300)).isGreaterThan(0.99);
    }

    @Test
    void acquire_interactiveUsesAll_batchWaits() {
        Simulation simulation = run(Counting.SLIDING, 0.2, 150, () -> 0);

        assertThat(simulation.share(100 * 300)).isGreaterThan(0.99);
        assertThat(batch).hasSizeLessThan(100);
    }

    private Simulation run(Counting counting, double share, int people, LongSupplier pause) {
        long window = MINUTE.toNanos();
        Simulation simulation = new Simulation(SimulatedPlatform.of(counting, 100, window, random.nextLong(window)));
        Limit account = new Limit(1_000, Duration.ofHours(1), 0);
        QuotaGovernor node = simulation.node(
                Governors.limits(new Limit(100, MINUTE, 0), account, share, Simulation.PATIENCE, Simulation.PATIENCE));
        LongSupplier latency = () -> 5 * MILLI + random.nextLong(10 * MILLI);
        for (int i = 0; i < 16; i++) {
            simulation.add(new Caller(node, null, Priority.BATCH, latency, () -> 0), batch);
        }
        for (int i = 0; i < people; i++) {
            simulation.add(new Caller(node, null, Priority.INTERACTIVE, latency, pause), interactive);
        }
        simulation.time.pass(MINUTE.multipliedBy(300));
        return simulation;
    }

    private long percentile(int percent, ToLongFunction<Wait> measure) {
        List<Wait> sorted =
                interactive.stream().sorted(Comparator.comparingLong(measure)).toList();
        return measure.applyAsLong(sorted.get((sorted.size() - 1) * percent / 100));
    }
}
