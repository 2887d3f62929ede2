package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.quota.SimulatedPlatform.Counting;
import io.github.buymed4j.quota.Simulation.Caller;
import io.github.buymed4j.quota.Simulation.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes that share one table, in virtual time. */
class SharedGovernorTest {

    private static final Limit ALL = new Limit(100, Duration.ofMinutes(1));
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int WINDOWS = 60;
    private static final long MILLI = 1_000_000;

    private final Random random = new Random(2026);
    private final LongSupplier latency = () -> 5 * MILLI + random.nextLong(10 * MILLI);
    private final List<Wait> waits = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1,SLIDING", "3,FIXED", "3,SLIDING", "3,BUCKET", "30,SLIDING"})
    void acquire_nodesFlatOut_useTheWholeLimitWithoutA429(int nodes, Counting counting, TestReporter reporter) {
        Simulation simulation = simulation(counting);
        FakeSlotTable table = new FakeSlotTable(simulation.time, LONGEST.toNanos());
        for (int node = 0; node < nodes; node++) {
            saturate(simulation, governor(simulation, table, nodes), 4);
        }
        simulation.time.pass(ALL.window().multipliedBy(WINDOWS));

        reporter.publishEntry(nodes + " nodes, " + counting, "%.2f %%".formatted(100 * used(simulation)));
        assertThat(simulation.rejected()).isZero();
        assertThat(used(simulation)).isBetween(0.99, 1.02);
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void acquire_oneNodeBusyOthersIdle_usesTheWholeLimit(Counting counting) {
        Simulation simulation = simulation(counting);
        FakeSlotTable table = new FakeSlotTable(simulation.time, LONGEST.toNanos());
        saturate(simulation, governor(simulation, table, 3), 16);
        simulation.time.pass(ALL.window().multipliedBy(WINDOWS));

        assertThat(simulation.rejected()).isZero();
        assertThat(used(simulation)).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void acquire_oneOfThreeNodesDies_itsSlotsComeBack(Counting counting) {
        Simulation simulation = simulation(counting);
        FakeSlotTable table = new FakeSlotTable(simulation.time, LONGEST.toNanos());
        MortalExecutor dying = new MortalExecutor(simulation.time);
        saturate(simulation, new SharedBudgets(limits(), sharing(3), table, dying, simulation.time).governor(), 4);
        saturate(simulation, governor(simulation, table, 3), 4);
        saturate(simulation, governor(simulation, table, 3), 4);
        simulation.time.pass(ALL.window().multipliedBy(WINDOWS / 2));
        dying.dead = true;
        simulation.time.pass(ALL.window().multipliedBy(WINDOWS / 2));

        assertThat(simulation.rejected()).isZero();
        assertThat(used(simulation)).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void acquire_tableAwayForAnHour_keepsToTheFairShareAndTellsOfItAfterwards(Counting counting) {
        Simulation simulation = simulation(counting);
        FakeSlotTable table = new FakeSlotTable(simulation.time, LONGEST.toNanos());
        for (int node = 0; node < 3; node++) {
            saturate(simulation, governor(simulation, table, 3), 4);
        }
        simulation.time.pass(Duration.ofMinutes(30));
        int before = simulation.accepted();
        table.away = true;
        simulation.time.pass(Duration.ofMinutes(2));
        int atFirst = simulation.rejected();
        simulation.time.pass(Duration.ofMinutes(58));
        int meanwhile = simulation.accepted() - before;
        table.away = false;
        simulation.time.pass(Duration.ofMinutes(30));

        // in the first minute a node may use its share while another has used more: no node knows
        assertThat(atFirst).isLessThan(10);
        assertThat(simulation.rejected()).isEqualTo(atFirst);
        assertThat(meanwhile).isBetween(97 * 60, 100 * 60);
        assertThat(simulation.accepted() - before - meanwhile).isGreaterThan(97 * 30);
    }

    @Test
    void acquire_tableAwayFromTheStart_keepsToTheFairShare() {
        Simulation simulation = simulation(Counting.SLIDING);
        FakeSlotTable table = new FakeSlotTable(simulation.time, LONGEST.toNanos());
        table.away = true;
        saturate(simulation, governor(simulation, table, 3), 4);
        simulation.time.pass(ALL.window().multipliedBy(WINDOWS));

        assertThat(simulation.rejected()).isZero();
        assertThat(used(simulation)).isBetween(0.32, 0.34);
    }

    @Test
    void rejected_onOneNode_closesAll() {
        Simulation simulation = simulation(Counting.SLIDING);
        FakeSlotTable table = new FakeSlotTable(simulation.time, LONGEST.toNanos());
        QuotaGovernor one = governor(simulation, table, 3);
        QuotaGovernor other = governor(simulation, table, 3);
        other.acquire(null, Priority.INTERACTIVE, Duration.ZERO).replied();
        one.acquire(null, Priority.INTERACTIVE, Duration.ofSeconds(1)).rejected(new RetryAfter(Duration.ofSeconds(40)));

        other.acquire(null, Priority.INTERACTIVE, Duration.ofMinutes(1));

        assertThat(simulation.time.nanos()).isBetween(40_000 * MILLI, 40_100 * MILLI);
    }

    @Test
    void acquire_usedUpByAnotherNode_failsWithTheEarliestTime() {
        Simulation simulation = simulation(Counting.SLIDING);
        FakeSlotTable table = new FakeSlotTable(simulation.time, LONGEST.toNanos());
        QuotaGovernor one = governor(simulation, table, 3);
        for (int i = 0; i < 100; i++) {
            one.acquire(null, Priority.INTERACTIVE, Duration.ofSeconds(1)).replied();
        }
        simulation.time.pass(Duration.ofSeconds(10));
        QuotaGovernor other = governor(simulation, table, 3);

        assertThatThrownBy(() -> other.acquire(null, Priority.INTERACTIVE, Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(QuotaExceededException.class, e -> assertThat(e.earliest())
                        .isBetween(VirtualTime.START.plusSeconds(60), VirtualTime.START.plusSeconds(61)));
    }

    @Test
    void acquire_givenUpBeforeTheAnswer_returnsWhatIsLentMeanwhile() {
        Simulation simulation = simulation(Counting.SLIDING);
        FakeSlotTable table = new FakeSlotTable(simulation.time, LONGEST.toNanos());
        Executor slow = exchange -> simulation.time.after(1_500 * MILLI, exchange);
        QuotaGovernor node = new SharedBudgets(limits(), sharing(1), table, slow, simulation.time).governor();
        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> node.acquire(null, Priority.INTERACTIVE, Duration.ZERO))
                    .isInstanceOf(QuotaExceededException.class);
            simulation.time.pass(Duration.ofSeconds(3));
        }

        node.acquire(null, Priority.INTERACTIVE, Duration.ofSeconds(2));
    }

    @Test
    void acquire_idle_asksTheTableNothing() {
        Simulation simulation = simulation(Counting.SLIDING);
        FakeSlotTable table = new FakeSlotTable(simulation.time, LONGEST.toNanos());
        QuotaGovernor node = governor(simulation, table, 1);
        node.acquire("pharmacy", Priority.INTERACTIVE, Duration.ofSeconds(1)).replied();
        simulation.time.pass(Duration.ofSeconds(1));
        int before = table.exchanges;
        simulation.time.pass(Duration.ofHours(2));

        assertThat(table.exchanges).isEqualTo(before).isLessThan(10);
    }

    private Simulation simulation(Counting counting) {
        long window = ALL.window().toNanos();
        return new Simulation(SimulatedPlatform.of(counting, ALL.requests(), window, random.nextLong(window)));
    }

    /** The executor takes a millisecond for each exchange. */
    private static QuotaGovernor governor(Simulation simulation, FakeSlotTable table, int nodes) {
        Executor executor = exchange -> simulation.time.after(MILLI, exchange);
        return new SharedBudgets(limits(), sharing(nodes), table, executor, simulation.time).governor();
    }

    private void saturate(Simulation simulation, QuotaGovernor node, int callers) {
        for (int i = 0; i < callers; i++) {
            simulation.add(new Caller(node, null, Priority.INTERACTIVE, latency, () -> 0), waits);
        }
    }

    private static QuotaLimits limits() {
        return new QuotaLimits(ALL, new Limit(1_000, Duration.ofHours(1)), 0.2, Duration.ZERO, Duration.ZERO);
    }

    private static Sharing sharing(int nodes) {
        return new Sharing("egress", nodes, LONGEST);
    }

    private static double used(Simulation simulation) {
        return simulation.share((double) ALL.requests() * WINDOWS);
    }

    /** Runs nothing any more once dead. */
    private static final class MortalExecutor implements Executor {

        private final VirtualTime time;
        private boolean dead;

        MortalExecutor(VirtualTime time) {
            this.time = time;
        }

        @Override
        public void execute(Runnable command) {
            time.after(MILLI, () -> {
                if (!dead) {
                    command.run();
                }
            });
        }
    }
}
