package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.buymed4j.quota.SimulatedPlatform.Counting;
import io.github.buymed4j.quota.Simulation.Caller;
import io.github.buymed4j.quota.Simulation.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes behind one address that each keep to a fair share of 100 a minute. The figures are those of docs/quota.md. */
class NodesTest {

    private static final Limit ALL = new Limit(100, Duration.ofMinutes(1), 0);
    private static final int WINDOWS = 500;
    private static final long MILLI = 1_000_000;

    private final Random random = new Random(2026);
    private final List<Wait> waits = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "1,FIXED,.99", "1,SLIDING,.99", "1,BUCKET,.99",
        "3,FIXED,.98", "3,SLIDING,.98", "3,BUCKET,.98",
        "30,FIXED,.89", "30,SLIDING,.89", "30,BUCKET,.89"
    })
    void fairShare_allNodesFlatOut_never429(int nodes, Counting counting, double atLeast, TestReporter reporter) {
        Simulation simulation = simulation(counting);
        for (int node = 0; node < nodes; node++) {
            QuotaGovernor governor = simulation.node(share(nodes));
            for (int caller = 0; caller < 4; caller++) {
                simulation.add(new Caller(governor, null, Priority.INTERACTIVE, this::latency, () -> 0), waits);
            }
        }
        simulation.time.pass(ALL.window().multipliedBy(WINDOWS));

        reporter.publishEntry("flat out, " + nodes + " nodes, " + counting, percent(used(simulation)));
        assertThat(simulation.rejected()).isZero();
        assertThat(used(simulation)).isGreaterThan(atLeast);
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "30"})
    void fairShare_halfOfTheLimitAskedForAtRandom_never429(int nodes, TestReporter reporter) {
        Simulation simulation = simulation(Counting.SLIDING);
        for (int node = 0; node < nodes; node++) {
            QuotaGovernor governor = simulation.node(share(nodes));
            for (int person = 0; person < 150 / nodes; person++) {
                simulation.add(
                        new Caller(governor, null, Priority.INTERACTIVE, this::latency, this::threeMinutesOnAverage),
                        waits);
            }
        }
        simulation.time.pass(ALL.window().multipliedBy(WINDOWS));

        long waited = waits.stream().filter(wait -> wait.nanos() > 0).count();
        reporter.publishEntry(nodes + " nodes, requests that wait", percent((double) waited / waits.size()));
        reporter.publishEntry(nodes + " nodes, limit used", percent(used(simulation)));
        reporter.publishEntry(
                nodes + " nodes, p99 wait", Duration.ofNanos(percentile99()).toString());
        assertThat(simulation.rejected()).isZero();
    }

    @Test
    void fairShare_ofMoreNodesThanRequests_isRefused() {
        assertThat(ALL.fairShare(100)).isEqualTo(new Limit(1, ALL.window(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ALL.fairShare(101));
    }

    private Simulation simulation(Counting counting) {
        long window = ALL.window().toNanos();
        return new Simulation(SimulatedPlatform.of(counting, ALL.requests(), window, random.nextLong(window)));
    }

    private static QuotaLimits share(int nodes) {
        return Governors.limits(
                ALL.fairShare(nodes),
                new Limit(1_000, Duration.ofHours(1), 0),
                0,
                Simulation.PATIENCE,
                Simulation.PATIENCE);
    }

    private long threeMinutesOnAverage() {
        return (long) (-Math.log(1 - random.nextDouble()) * 3 * ALL.window().toNanos());
    }

    private long percentile99() {
        return waits.stream()
                .mapToLong(Wait::nanos)
                .sorted()
                .skip(waits.size() * 99L / 100)
                .findFirst()
                .orElseThrow();
    }

    private static double used(Simulation simulation) {
        return simulation.share((double) ALL.requests() * WINDOWS);
    }

    private static String percent(double share) {
        return "%.2f %%".formatted(share * 100);
    }

    private long latency() {
        return 5 * MILLI + random.nextLong(10 * MILLI);
    }
}
