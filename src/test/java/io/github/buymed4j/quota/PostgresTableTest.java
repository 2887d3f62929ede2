package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.internal.database.Database;
import io.github.buymed4j.internal.database.DatabaseException;
import io.github.buymed4j.quota.SlotTable.Answer;
import io.github.buymed4j.quota.SlotTable.SharedLimit;
import io.github.buymed4j.quota.SlotTable.SlotLease;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shared quota on a real PostgreSQL. */
@Timeout(180)
class PostgresTableTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOLD = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init")
    private static DataSource postgres;

    private final SlotTable table = table(postgres, false);
    private final SharedLimit ten = limit(new Limit(10, MINUTE, 0.2), HOLD);

    @BeforeAll
    static void start() throws SQLException {
        postgres = Databases.postgres();
        create(postgres);
    }

    @Test
    void create_again_changesNothing() throws SQLException {
        lend(3, Priority.INTERACTIVE);

        create(postgres);

        assertThat(lend(10, Priority.INTERACTIVE)).hasSize(7);
    }

    @Test
    void create_byManyAtOnce_succeedsForAll() throws Exception {
        DataSource empty = Databases.postgres();
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        List<Callable<Void>> starts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            starts.add(() -> {
                create(empty);
                return null;
            });
        }
        for (Future<Void> start : nodes.invokeAll(starts)) {
            start.get();
        }
        nodes.shutdown();

        assertThat(table(empty, false).lend(ten, Priority.BATCH).lease()).isNotNull();
    }

    @Test
    void lend_fresh_lendsAsManyAsThereAre() throws SQLException {
        assertThat(lend(12, Priority.INTERACTIVE))
                .extracting(SlotLease::slot)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void lend_allLent_saysToAskAgainOneWindowFromNow() throws SQLException {
        lend(10, Priority.INTERACTIVE);

        assertSeconds(table.lend(ten, Priority.INTERACTIVE), 55, 61);
    }

    @Test
    void lend_oneReturned_saysWhenItHasCooled() throws SQLException {
        SlotLease ended = lend(10, Priority.INTERACTIVE).get(3);

        table.end(ten, ended, Duration.ofSeconds(40).toNanos());

        assertSeconds(table.lend(ten, Priority.INTERACTIVE), 35, 41);
    }

    @Test
    void end_unused_isFreeAtOnce() throws SQLException {
        SlotLease unused = lend(10, Priority.INTERACTIVE).get(5);

        table.end(ten, unused, 0);

        assertThat(lend(2, Priority.INTERACTIVE)).extracting(SlotLease::slot).containsExactly(unused.slot());
    }

    @Test
    void end_ofAnEarlierLoan_changesNothing() throws SQLException {
        SlotLease first = lend(10, Priority.INTERACTIVE).get(0);
        table.end(ten, first, 0);
        SlotLease second = lend(1, Priority.INTERACTIVE).get(0);

        table.end(ten, first, 0);

        assertThat(second.slot()).isEqualTo(first.slot());
        assertThat(lend(1, Priority.INTERACTIVE)).isEmpty();
    }

    @Test
    void lend_batch_leavesTheInteractiveShare() throws SQLException {
        assertThat(lend(10, Priority.BATCH)).hasSize(8);

        assertSeconds(table.lend(ten, Priority.BATCH), 55, 61);
        assertThat(lend(10, Priority.INTERACTIVE)).hasSize(2);
    }

    @Test
    void lend_nodeDied_itsSlotIsFreeAfterTheProvisionalTime() throws SQLException {
        SharedLimit one = limit(new Limit(1, Duration.ofMillis(200), 0), Duration.ofMillis(300));
        long start = System.nanoTime();
        assertThat(table.lend(one, Priority.INTERACTIVE).lease()).isNotNull();

        while (table.lend(one, Priority.INTERACTIVE).lease() == null) {
            Thread.onSpinWait();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(500));
    }

    @Test
    void close_whileOpen_lendsNothingToAnybodyUntilThen() throws SQLException {
        lend(1, Priority.INTERACTIVE);
        table.close(ten, Duration.ofSeconds(50).toNanos());
        table.close(ten, Duration.ofSeconds(20).toNanos());

        assertSeconds(table.lend(ten, Priority.INTERACTIVE), 45, 51);
        assertSeconds(table.lend(ten, Priority.BATCH), 45, 51);
        assertThat(Duration.ofNanos(table.lend(ten, Priority.BATCH).closed()))
                .isBetween(Duration.ofSeconds(45), Duration.ofSeconds(50));
    }

    @Test
    void close_overAgain_lendsAgain() throws SQLException {
        table.close(ten, Duration.ofMillis(1).toNanos());

        Answer answer = table.lend(ten, Priority.INTERACTIVE);
        while (answer.lease() == null) {
            answer = table.lend(ten, Priority.INTERACTIVE);
        }
        assertThat(answer).isEqualTo(new Answer(answer.lease(), 0, 0));
    }

    @Test
    void lend_otherBudget_isOnItsOwn() throws SQLException {
        lend(10, Priority.INTERACTIVE);

        assertThat(table.lend(limit(new Limit(10, MINUTE, 0.2), HOLD), Priority.BATCH)
                        .lease())
                .isNotNull();
    }

    @Test
    void lend_limitLowered_lendsNoMoreThanThat() throws SQLException {
        for (SlotLease lease : lend(10, Priority.INTERACTIVE)) {
            table.end(ten, lease, 0);
        }
        SharedLimit four = new SharedLimit(ten.budget(), new Limit(4, MINUTE, 0), HOLD);

        assertThat(lend(four, 10, Priority.INTERACTIVE)).hasSize(4);
    }

    @Test
    void lend_freeRowsDeleted_lendsAllTheSame() throws SQLException {
        List<SlotLease> lent = lend(6, Priority.INTERACTIVE);
        table.end(ten, lent.get(0), 0);
        table.end(ten, lent.get(3), 0);
        try (Connection connection = postgres.getConnection();
                Statement delete = connection.createStatement()) {
            delete.executeUpdate("DELETE FROM buymed_quota_slot WHERE free_at < now()");
        }

        assertThat(lend(10, Priority.INTERACTIVE)).hasSize(6);
    }

    @Test
    void lend_manyAtOnce_lendsNoSlotTwice() throws Exception {
        SharedLimit hundred = limit(new Limit(100, MINUTE, 0), HOLD);
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        List<Callable<List<SlotLease>>> askers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            askers.add(() -> lend(hundred, 3, Priority.INTERACTIVE));
        }
        List<SlotLease> lent = new ArrayList<>();
        for (Future<List<SlotLease>> asker : nodes.invokeAll(askers)) {
            lent.addAll(asker.get());
        }
        nodes.shutdown();

        assertThat(lent).extracting(SlotLease::slot).doesNotHaveDuplicates();
        assertThat(lend(hundred, 200, Priority.INTERACTIVE)).hasSize(100 - lent.size());
    }

    @Test
    void lend_tableMissing_fails() {
        DataSource empty = Databases.postgres();

        assertThatThrownBy(() -> table(empty, false).lend(ten, Priority.BATCH))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("buymed.quota.create-table");
    }

    /** Each lease was rolled back when the connection went back to the pool: the shared quota limited nothing. */
    @Test
    void lend_poolWithoutAutoCommit_isSeenByOtherNodes() throws SQLException {
        SlotTable node = table(Databases.withoutAutoCommit(postgres), false);
        for (int i = 0; i < 10; i++) {
            assertThat(node.lend(ten, Priority.INTERACTIVE).lease()).isNotNull();
        }

        assertThat(lend(1, Priority.INTERACTIVE)).isEmpty();
    }

    @Test
    void lend_manyAtOnceFromAPoolThatIsolatesMore_failsForNobody() throws Exception {
        SharedLimit hundred = limit(new Limit(100, MINUTE, 0), HOLD);
        SlotTable node = table(Databases.withoutAutoCommit(Databases.repeatableRead(postgres)), false);
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        List<Callable<Answer>> askers = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            askers.add(() -> node.lend(hundred, Priority.INTERACTIVE));
        }
        List<SlotLease> lent = new ArrayList<>();
        for (Future<Answer> asker : nodes.invokeAll(askers)) {
            SlotLease lease = asker.get().lease();
            if (lease != null) {
                lent.add(lease);
            }
        }
        nodes.shutdown();

        assertThat(lent).extracting(SlotLease::slot).doesNotHaveDuplicates();
        assertThat(lend(hundred, 200, Priority.INTERACTIVE)).hasSize(100 - lent.size());
    }

    @Test
    void end_poolWithoutAutoCommit_isSeenByOtherNodes() throws SQLException {
        SlotLease lease = lend(10, Priority.INTERACTIVE).get(0);

        table(Databases.withoutAutoCommit(postgres), false).end(ten, lease, 0);

        assertThat(lend(1, Priority.INTERACTIVE)).hasSize(1);
    }

    private static SlotTable table(DataSource dataSource, boolean create) {
        return new PostgresTable(Database.of(PostgresTable.TABLE, dataSource, create));
    }

    /** By the first use, which asks about another budget. */
    private static void create(DataSource dataSource) {
        table(dataSource, true).close(limit(new Limit(1, MINUTE, 0), HOLD), 0);
    }

    @ParameterizedTest
    @EnumSource(SimulatedPlatform.Counting.class)
    void governors_threeNodesFlatOut_never429(SimulatedPlatform.Counting counting) throws Exception {
        Limit address = new Limit(40, Duration.ofMillis(400), 0);
        SimulatedPlatform platform = SimulatedPlatform.of(
                counting, address.requests(), address.window().toNanos(), 0);
        AtomicInteger rejected = new AtomicInteger();
        Sharing sharing = new Sharing(UUID.randomUUID().toString(), 3, Duration.ofSeconds(10));
        QuotaLimits limits = Governors.limits(address, new Limit(1_000, Duration.ofHours(1), 0), 0, MINUTE, MINUTE);
        List<Callable<Void>> callers = new ArrayList<>();
        for (int node = 0; node < 3; node++) {
            QuotaGovernor governor = Governors.shared(limits, sharing, postgres);
            for (int caller = 0; caller < 3; caller++) {
                callers.add(() -> {
                    for (int i = 0; i < 30; i++) {
                        Permit permit = Governors.permit(governor, sharing.egress(), Priority.INTERACTIVE, MINUTE);
                        synchronized (platform) {
                            rejected.addAndGet(platform.accepts(System.nanoTime()) ? 0 : 1);
                        }
                        permit.replied();
                    }
                    return null;
                });
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        for (Future<Void> caller : threads.invokeAll(callers)) {
            caller.get();
        }
        threads.shutdown();

        assertThat(rejected).hasValue(0);
    }

    private List<SlotLease> lend(int times, Priority priority) throws SQLException {
        return lend(ten, times, priority);
    }

    private List<SlotLease> lend(SharedLimit limit, int times, Priority priority) throws SQLException {
        List<SlotLease> lent = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            SlotLease lease = table.lend(limit, priority).lease();
            if (lease != null) {
                lent.add(lease);
            }
        }
        return lent;
    }

    private static SharedLimit limit(Limit limit, Duration hold) {
        return new SharedLimit(UUID.randomUUID().toString(), limit, hold);
    }

    private static void assertSeconds(Answer answer, int atLeast, int atMost) {
        assertThat(answer.lease()).isNull();
        assertThat(Duration.ofNanos(answer.delay())).isBetween(Duration.ofSeconds(atLeast), Duration.ofSeconds(atMost));
    }
}
