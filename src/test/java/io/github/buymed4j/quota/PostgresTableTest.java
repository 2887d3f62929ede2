package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.quota.SlotTable.Answer;
import io.github.buymed4j.quota.SlotTable.Loan;
import io.github.buymed4j.quota.SlotTable.SharedLimit;
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

    private final SlotTable table = new PostgresTable(() -> postgres);
    private final SharedLimit ten = limit(new Limit(10, MINUTE), 0.2, HOLD);

    @BeforeAll
    static void start() throws SQLException {
        postgres = Databases.postgres();
        QuotaTable.createIn(postgres);
    }

    @Test
    void create_again_changesNothing() throws SQLException {
        lend(3, Priority.INTERACTIVE);

        QuotaTable.createIn(postgres);

        assertThat(lend(10, Priority.INTERACTIVE)).hasSize(7);
    }

    @Test
    void create_byManyAtOnce_succeedsForAll() throws Exception {
        DataSource empty = Databases.postgres();
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        List<Callable<Void>> starts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            starts.add(() -> {
                QuotaTable.createIn(empty);
                return null;
            });
        }
        for (Future<Void> start : nodes.invokeAll(starts)) {
            start.get();
        }
        nodes.shutdown();

        assertThat(new PostgresTable(() -> empty).lend(ten, Priority.BATCH).loan())
                .isNotNull();
    }

    @Test
    void lend_fresh_lendsAsManyAsThereAre() throws SQLException {
        assertThat(lend(12, Priority.INTERACTIVE))
                .extracting(Loan::slot)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void lend_allLent_saysToAskAgainOneWindowFromNow() throws SQLException {
        lend(10, Priority.INTERACTIVE);

        assertSeconds(table.lend(ten, Priority.INTERACTIVE), 55, 61);
    }

    @Test
    void lend_oneReturned_saysWhenItHasCooled() throws SQLException {
        Loan ended = lend(10, Priority.INTERACTIVE).get(3);

        table.end(ten, ended, Duration.ofSeconds(40).toNanos());

        assertSeconds(table.lend(ten, Priority.INTERACTIVE), 35, 41);
    }

    @Test
    void end_unused_isFreeAtOnce() throws SQLException {
        Loan unused = lend(10, Priority.INTERACTIVE).get(5);

        table.end(ten, unused, 0);

        assertThat(lend(2, Priority.INTERACTIVE)).extracting(Loan::slot).containsExactly(unused.slot());
    }

    @Test
    void end_ofAnEarlierLoan_changesNothing() throws SQLException {
        Loan first = lend(10, Priority.INTERACTIVE).get(0);
        table.end(ten, first, 0);
        Loan second = lend(1, Priority.INTERACTIVE).get(0);

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
        SharedLimit one = limit(new Limit(1, Duration.ofMillis(200)), 0, Duration.ofMillis(300));
        long start = System.nanoTime();
        assertThat(table.lend(one, Priority.INTERACTIVE).loan()).isNotNull();

        while (table.lend(one, Priority.INTERACTIVE).loan() == null) {
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
    }

    @Test
    void close_overAgain_lendsAgain() throws SQLException {
        table.close(ten, Duration.ofMillis(1).toNanos());

        Answer answer = table.lend(ten, Priority.INTERACTIVE);
        while (answer.loan() == null) {
            answer = table.lend(ten, Priority.INTERACTIVE);
        }
        assertThat(answer).isEqualTo(new Answer(answer.loan(), 0));
    }

    @Test
    void lend_otherBudget_isOnItsOwn() throws SQLException {
        lend(10, Priority.INTERACTIVE);

        assertThat(table.lend(limit(new Limit(10, MINUTE), 0.2, HOLD), Priority.BATCH)
                        .loan())
                .isNotNull();
    }

    @Test
    void lend_limitLowered_lendsNoMoreThanThat() throws SQLException {
        for (Loan loan : lend(10, Priority.INTERACTIVE)) {
            table.end(ten, loan, 0);
        }
        SharedLimit four = new SharedLimit(ten.budget(), Allowance.of(new Limit(4, MINUTE), 0), HOLD.toNanos());

        assertThat(lend(four, 10, Priority.INTERACTIVE)).hasSize(4);
    }

    @Test
    void lend_freeRowsDeleted_lendsAllTheSame() throws SQLException {
        List<Loan> lent = lend(6, Priority.INTERACTIVE);
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
        SharedLimit hundred = limit(new Limit(100, MINUTE), 0, HOLD);
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        List<Callable<List<Loan>>> askers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            askers.add(() -> lend(hundred, 3, Priority.INTERACTIVE));
        }
        List<Loan> lent = new ArrayList<>();
        for (Future<List<Loan>> asker : nodes.invokeAll(askers)) {
            lent.addAll(asker.get());
        }
        nodes.shutdown();

        assertThat(lent).extracting(Loan::slot).doesNotHaveDuplicates();
        assertThat(lend(hundred, 200, Priority.INTERACTIVE)).hasSize(100 - lent.size());
    }

    @Test
    void lend_tableMissing_fails() {
        DataSource empty = Databases.postgres();

        assertThatThrownBy(() -> new PostgresTable(() -> empty).lend(ten, Priority.BATCH))
                .isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EnumSource(SimulatedPlatform.Counting.class)
    void governors_threeNodesFlatOut_never429(SimulatedPlatform.Counting counting) throws Exception {
        Limit address = new Limit(40, Duration.ofMillis(400));
        SimulatedPlatform platform = SimulatedPlatform.of(
                counting, address.requests(), address.window().toNanos(), 0);
        AtomicInteger rejected = new AtomicInteger();
        Sharing sharing = new Sharing(UUID.randomUUID().toString(), 3, Duration.ofSeconds(10));
        QuotaLimits limits = new QuotaLimits(address, new Limit(1_000, Duration.ofHours(1)), 0, MINUTE, MINUTE);
        List<Callable<Void>> callers = new ArrayList<>();
        for (int node = 0; node < 3; node++) {
            QuotaGovernor governor = Governors.shared(limits, sharing, postgres);
            for (int caller = 0; caller < 3; caller++) {
                callers.add(() -> {
                    for (int i = 0; i < 30; i++) {
                        Permit permit = governor.acquire(sharing.egress(), Priority.INTERACTIVE, MINUTE);
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

    private List<Loan> lend(int times, Priority priority) throws SQLException {
        return lend(ten, times, priority);
    }

    private List<Loan> lend(SharedLimit limit, int times, Priority priority) throws SQLException {
        List<Loan> lent = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Loan loan = table.lend(limit, priority).loan();
            if (loan != null) {
                lent.add(loan);
            }
        }
        return lent;
    }

    private static SharedLimit limit(Limit limit, double interactiveShare, Duration hold) {
        return new SharedLimit(UUID.randomUUID().toString(), Allowance.of(limit, interactiveShare), hold.toNanos());
    }

    private static void assertSeconds(Answer answer, int atLeast, int atMost) {
        assertThat(answer.loan()).isNull();
        assertThat(Duration.ofNanos(answer.delay())).isBetween(Duration.ofSeconds(atLeast), Duration.ofSeconds(atMost));
    }
}
