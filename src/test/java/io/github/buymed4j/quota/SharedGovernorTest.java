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
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes that share one table, in virtual time. The figures are those of docs/quota.md. */
class SharedGovernorTest {

    private static final Limit ALL = new Limit(100, Duration.ofMinutes(1), 0);
    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final int WINDOWS = 60;
    private static final long MILLI = 1_000_000;

    private final Random random = new Random(2026);
    private final List<Wait> waits = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "1,FIXED",
        "1,SLIDING",
        "1,BUCKET",
        "3,FIXED",
        "3,SLIDING",
        "3,BUCKET",
        "30,FIXED",
        "30,SLIDING",
        "30,BUCKET"
    })
    void acquire_nodesFlatOut_useTheWholeLimitWithoutA429(int nodes, Counting counting, TestReporter reporter) {
        Simulation simulation = simulation(counting);
        FakeSlotTable table = new FakeSlotTable(simulation.time);
        for (int node = 0; node < nodes; node++) {
            saturate(simulation, governor(simulation, table, nodes), 4);
        }
        simulation.time.pass(ALL.window().multipliedBy(WINDOWS));

        reporter.publishEntry(nodes + " nodes, " + counting, "%.2f %%".formatted(100 * used(simulation)));
        assertThat(simulation.rejected()).isZero();
        assertThat(used(simulation)).isBetween(0.99, 1.02);
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "30"})
    void acquire_halfOfTheLimitAskedForAtRandom_nobodyWaits(int nodes) {
        Simulation simulation = simulation(Counting.SLIDING);
        FakeSlotTable table = new FakeSlotTable(simulation.time);
        LongSupplier pause = () ->
                (long) (-Math.log(1 - random.nextDouble()) * 3 * ALL.window().toNanos());
        for (int i = 0; i < nodes; i++) {
            QuotaGovernor node = governor(simulation, table, nodes);
            for (int person = 0; person < 150 / nodes; person++) {
                simulation.add(new Caller(node, null, Priority.INTERACTIVE, this::latency, pause), waits);
            }
        }
        simulation.time.pass(ALL.window().multipliedBy(WINDOWS));

        assertThat(simulation.rejected()).isZero();
        assertThat(waits).hasSizeGreaterThan(2_500).allMatch(wait -> wait.nanos() == 0);
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void acquire_oneNodeBusyOthersIdle_usesTheWholeLimit(Counting counting) {
        Simulation simulation = simulation(counting);
        FakeSlotTable table = new FakeSlotTable(simulation.time);
        saturate(simulation, governor(simulation, table, 3), 16);
        simulation.time.pass(ALL.window().multipliedBy(WINDOWS));

        assertThat(simulation.rejected()).isZero();
        assertThat(used(simulation)).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void acquire_batchOnOneNodeOfThree_usesAllButTheInteractiveShare(Counting counting) {
        Simulation simulation = simulation(counting);
        FakeSlotTable table = new FakeSlotTable(simulation.time);
        QuotaGovernor node = governor(simulation, table, 3);
        for (int i = 0; i < 16; i++) {
            simulation.add(new Caller(node, null, Priority.BATCH, this::latency, () -> 0), waits);
        }
        simulation.time.pass(ALL.window().multipliedBy(WINDOWS));

        assertThat(simulation.rejected()).isZero();
        assertThat(used(simulation)).isBetween(0.78, 0.82);
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void acquire_nodeDiesWithTenSlots_theyComeBack(Counting counting) {
        Simulation simulation = simulation(counting);
        FakeSlotTable table = new FakeSlotTable(simulation.time);
        QuotaGovernor dying = governor(simulation, table, 3);
        for (int i = 0; i < 10; i++) {
            assertThat(Governors.permit(dying, null, Priority.INTERACTIVE, Duration.ZERO))
                    .isNotNull();
        }
        saturate(simulation, governor(simulation, table, 3), 4);
        saturate(simulation, governor(simulation, table, 3), 4);
        simulation.time.pass(ALL.window().multipliedBy(WINDOWS));

        assertThat(simulation.rejected()).isZero();
        assertThat(used(simulation)).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void acquire_tableAwayForHalfAnHour_keepsToTheFairShareMeanwhile(Counting counting) {
        Simulation simulation = simulation(counting);
        FakeSlotTable table = new FakeSlotTable(simulation.time);
        for (int node = 0; node < 3; node++) {
            saturate(simulation, governor(simulation, table, 3), 4);
        }
        simulation.time.pass(Duration.ofMinutes(30));
        table.away = true;
        simulation.time.pass(Duration.ofMinutes(2));
        int before = simulation.accepted();
        int atFirst = simulation.rejected();
        simulation.time.pass(Duration.ofMinutes(30));
        int meanwhile = simulation.accepted() - before;
        table.away = false;
        simulation.time.pass(Duration.ofMinutes(30));

        // in the first minute a node may use its share while another has used more: neither knows
        assertThat(atFirst).isLessThan(10);
        assertThat(simulation.rejected()).isEqualTo(atFirst);
        assertThat(meanwhile).isBetween(97 * 30, 100 * 30);
        assertThat(simulation.accepted() - before - meanwhile).isGreaterThan(97 * 30);
    }

    @Test
    void acquire_tableAwayFromTheStart_keepsToTheFairShare() {
        Simulation simulation = simulation(Counting.SLIDING);
        FakeSlotTable table = new FakeSlotTable(simulation.time);
        table.away = true;
        saturate(simulation, governor(simulation, table, 3), 4);
        simulation.time.pass(ALL.window().multipliedBy(WINDOWS));

        assertThat(simulation.rejected()).isZero();
        assertThat(used(simulation)).isBetween(0.32, 0.34);
    }

    @Test
    void rejected_onOneNode_closesAll() {
        Simulation simulation = simulation(Counting.SLIDING);
        FakeSlotTable table = new FakeSlotTable(simulation.time);
        QuotaGovernor one = governor(simulation, table, 3);
        QuotaGovernor other = governor(simulation, table, 3);
        Governors.permit(other, null, Priority.INTERACTIVE, Duration.ZERO).replied();
        Governors.permit(one, null, Priority.INTERACTIVE, Duration.ZERO)
                .rejected(new RetryAfter(Duration.ofSeconds(40)));

        Governors.permit(other, null, Priority.INTERACTIVE, Duration.ofMinutes(1));

        assertThat(Duration.ofNanos(simulation.time.nanos())).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void acquire_closedByAnotherNode_saysThatThePlatformRefused() {
        Simulation simulation = simulation(Counting.SLIDING);
        FakeSlotTable table = new FakeSlotTable(simulation.time);
        QuotaGovernor one = governor(simulation, table, 3);
        QuotaGovernor other = governor(simulation, table, 3);
        Governors.permit(one, null, Priority.INTERACTIVE, Duration.ZERO)
                .rejected(new RetryAfter(Duration.ofSeconds(40)));

        assertThatThrownBy(() -> Governors.permit(other, null, Priority.INTERACTIVE, Duration.ofSeconds(20)))
                .isInstanceOf(QuotaExceededException.class)
                .hasMessageContainingAll("429", "2026-01-01T00:00:40Z");
    }

    @Test
    void acquire_usedUpByAnotherNode_failsAtOnceWithTheEarliestTime() {
        Simulation simulation = simulation(Counting.SLIDING);
        FakeSlotTable table = new FakeSlotTable(simulation.time);
        QuotaGovernor one = governor(simulation, table, 3);
        for (int i = 0; i < 100; i++) {
            Governors.permit(one, null, Priority.INTERACTIVE, Duration.ZERO).replied();
        }
        simulation.time.pass(Duration.ofSeconds(10));
        QuotaGovernor other = governor(simulation, table, 3);

        assertThatThrownBy(() -> Governors.permit(other, null, Priority.INTERACTIVE, Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        QuotaExceededException.class,
                        e -> assertThat(e.earliest())
                                .isBetween(VirtualTime.START.plusSeconds(60), VirtualTime.START.plusSeconds(61)));
        assertThat(Duration.ofNanos(simulation.time.nanos())).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void acquire_addressRefused_theAccountsSlotIsFreeForOtherNodesAtOnce() {
        Simulation simulation = simulation(Counting.SLIDING);
        FakeSlotTable table = new FakeSlotTable(simulation.time);
        QuotaGovernor one = governor(simulation, table, 1);
        for (int i = 0; i < 100; i++) {
            Governors.permit(one, null, Priority.INTERACTIVE, Duration.ZERO);
        }
        for (int i = 0; i < 2_000; i++) {
            assertThatThrownBy(() -> Governors.permit(one, "pharmacy", Priority.INTERACTIVE, Duration.ZERO))
                    .hasMessageContaining("this IP address");
        }
    }

    @Test
    void acquire_idle_asksTheTableNothing() {
        Simulation simulation = simulation(Counting.SLIDING);
        FakeSlotTable table = new FakeSlotTable(simulation.time);
        QuotaGovernor node = governor(simulation, table, 1);
        Governors.permit(node, "pharmacy", Priority.INTERACTIVE, Duration.ZERO).replied();
        simulation.time.pass(Duration.ofHours(2));

        assertThat(table.questions).isEqualTo(4);
    }

    private Simulation simulation(Counting counting) {
        long window = ALL.window().toNanos();
        return new Simulation(SimulatedPlatform.of(counting, ALL.requests(), window, random.nextLong(window)));
    }

    private static QuotaGovernor governor(Simulation simulation, FakeSlotTable table, int nodes) {
        QuotaLimits limits = Governors.limits(
                ALL, new Limit(1_000, Duration.ofHours(1), 0), 0.2, Simulation.PATIENCE, Simulation.PATIENCE);
        return QuotaGovernor.shared(limits, new Sharing("egress", nodes, LONGEST), table, simulation.time);
    }

    private void saturate(Simulation simulation, QuotaGovernor node, int callers) {
        for (int i = 0; i < callers; i++) {
            simulation.add(new Caller(node, null, Priority.INTERACTIVE, this::latency, () -> 0), waits);
        }
    }

    private long latency() {
        return 5 * MILLI + random.nextLong(10 * MILLI);
    }

    private static double used(Simulation simulation) {
        return simulation.share((double) ALL.requests() * WINDOWS);
    }
}
