package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.quota.SimulatedPlatform.Counting;
import io.github.buymed4j.quota.Simulation.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.function.LongSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever way the platform counts: it never refuses a request, and what it allows is used. */
class PlatformCountingTest {

    private static final long MILLI = 1_000_000;

    @Property(tries = 25)
    void acquire_saturated_usesTheLimitWithoutA429(
            @ForAll Counting counting,
            @ForAll @IntRange(min = 1, max = 200) int limit,
            @ForAll @IntRange(min = 4, max = 64) int callers,
            @ForAll @IntRange(min = 0, max = 149) int latencyMillis,
            @ForAll long seed) {
        Random random = new Random(seed);
        Duration window = Duration.ofMinutes(1);
        LongSupplier latency = () -> (long) (latencyMillis * MILLI * random.nextDouble());

        Simulation simulation = simulation(counting, limit, window, random);
        QuotaGovernor governor = simulation.node(limits(new Limit(limit, window, 0), 0));
        for (int i = 0; i < callers; i++) {
            simulation.add(new Caller(governor, null, Priority.INTERACTIVE, latency, () -> 0), new ArrayList<>());
        }
        simulation.time.pass(window.multipliedBy(200));

        assertThat(simulation.rejected()).isZero();
        assertThat(simulation.share(limit * 200.0)).isBetween(0.99, 1.01);
    }

    @Property(tries = 150)
    void acquire_anyTrafficAnyLatency_never429(
            @ForAll Counting counting,
            @ForAll @IntRange(min = 1, max = 40) int limit,
            @ForAll @IntRange(min = 1, max = 60) int callers,
            @ForAll @IntRange(min = 0, max = 5_000) int latencyMillis,
            @ForAll @IntRange(min = 0, max = 20_000) int pauseMillis,
            @ForAll long seed) {
        Random random = new Random(seed);
        Duration window = Duration.ofSeconds(10);
        LongSupplier latency = () -> (long) (latencyMillis * MILLI * random.nextDouble());
        // mostly none, at times a long one: bursts
        LongSupplier pause = () -> random.nextInt(4) > 0 ? 0 : random.nextLong(1 + pauseMillis * MILLI);

        Simulation simulation = simulation(counting, limit, window, random);
        QuotaGovernor governor = simulation.node(limits(new Limit(limit, window, 0), 0.2));
        for (int i = 0; i < callers; i++) {
            Priority priority = random.nextBoolean() ? Priority.BATCH : Priority.INTERACTIVE;
            simulation.add(new Caller(governor, null, priority, latency, pause), new ArrayList<>());
        }
        simulation.time.pass(window.multipliedBy(30));

        assertThat(simulation.accepted()).isPositive();
        assertThat(simulation.rejected()).isZero();
    }

    /** No latency leaves no room for an error of time but the guard. */
    @ParameterizedTest
    @EnumSource(Counting.class)
    void acquire_platformsTimerRunsSlower_never429(Counting counting) {
        Duration window = Duration.ofMinutes(1);
        Duration slower = window.plusMillis(30);
        Simulation simulation = simulation(counting, 100, slower, new Random(2026));
        QuotaGovernor governor = simulation.node(limits(new Limit(100, window, 0), 0));
        for (int i = 0; i < 16; i++) {
            simulation.add(new Caller(governor, null, Priority.INTERACTIVE, () -> 0, () -> 0), new ArrayList<>());
        }
        simulation.time.pass(window.multipliedBy(100));

        assertThat(simulation.rejected()).isZero();
    }

    @Property(tries = 10)
    void acquire_accountsAndAddressBothShort_neither429(
            @ForAll Counting counting, @ForAll @IntRange(min = 1, max = 30) int callers, @ForAll long seed) {
        Random random = new Random(seed);
        Limit minute = new Limit(20, Duration.ofMinutes(1), 0);
        Limit hour = new Limit(200, Duration.ofHours(1), 0);
        Simulation simulation = new Simulation(platform(counting, minute, random), platform(counting, hour, random));
        QuotaGovernor governor =
                simulation.node(Governors.limits(minute, hour, 0, Simulation.PATIENCE, Simulation.PATIENCE));
        for (int i = 0; i < callers; i++) {
            simulation.add(
                    new Caller(governor, "pharmacy", Priority.INTERACTIVE, () -> random.nextLong(50 * MILLI), () -> 0),
                    new ArrayList<>());
        }
        simulation.time.pass(Duration.ofHours(50));

        assertThat(simulation.rejected()).isZero();
        assertThat(simulation.share(200 * 50)).isBetween(0.99, 1.02);
    }

    private static Simulation simulation(Counting counting, int limit, Duration window, Random random) {
        return new Simulation(platform(counting, new Limit(limit, window, 0), random));
    }

    private static SimulatedPlatform platform(Counting counting, Limit limit, Random random) {
        long window = limit.window().toNanos();
        return SimulatedPlatform.of(counting, limit.requests(), window, random.nextLong(window));
    }

    private static QuotaLimits limits(Limit address, double interactiveShare) {
        Limit account = new Limit(1_000, Duration.ofHours(1), 0);
        return Governors.limits(address, account, interactiveShare, Simulation.PATIENCE, Simulation.PATIENCE);
    }
}
