package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.quota.SlotTable.Answer;
import io.github.buymed4j.quota.SlotTable.Lent;
import io.github.buymed4j.quota.SlotTable.Question;
import io.github.buymed4j.quota.SlotTable.Returned;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The shared quota on a real PostgreSQL. */
@Timeout(180)
class JdbcSlotTableTest {

    private static final Duration HOLD = Duration.ofSeconds(20);
    private static final Allowance TEN = Allowance.of(new Limit(10, Duration.ofMinutes(1)), 0.2);

    @SuppressWarnings("NullAway.Init")
    private static Postgres postgres;

    private final SlotTable table = new JdbcSlotTable(postgres.dataSource(), HOLD);
    private final String budget = UUID.randomUUID().toString();

    @BeforeAll
    static void start() throws Exception {
        postgres = Postgres.start();
        SlotSchema.create(postgres.dataSource());
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void create_again_changesNothing() throws SQLException {
        ask(3, 0);

        SlotSchema.create(postgres.dataSource());

        assertThat(ask(10, 0).lent()).hasSize(7);
    }

    @Test
    void exchange_fresh_lendsAsManyAsThereAre() throws SQLException {
        Answer answer = ask(12, 0);

        assertThat(answer.lent()).extracting(Lent::slot).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(ask(1, 0).lent()).isEmpty();
    }

    @Test
    void exchange_allLent_saysToAskAgainOneWindowFromNow() throws SQLException {
        ask(10, 0);

        assertSeconds(ask(1, 0).nextInteractive(), 30, 61);
    }

    @Test
    void exchange_slotReturned_isFreeWhenItHasCooled() throws SQLException {
        List<Lent> lent = ask(10, 0).lent();

        Answer later = tell(new Returned(lent.get(3), Duration.ofSeconds(40).toNanos()));
        Answer now = tell(new Returned(lent.get(5), 0));

        assertThat(later.lent()).isEmpty();
        assertSeconds(later.nextInteractive(), 10, 40);
        assertThat(now.lent()).extracting(Lent::slot).containsExactly(6);
    }

    @Test
    void exchange_slotReturnedByAnEarlierLoan_changesNothing() throws SQLException {
        Lent first = ask(10, 0).lent().get(0);
        Lent second = tell(new Returned(first, 0)).lent().get(0);

        Answer answer = tell(new Returned(first, 0));

        assertThat(second.slot()).isEqualTo(first.slot());
        assertThat(answer.lent()).isEmpty();
    }

    @Test
    void exchange_batch_leavesTheInteractiveShare() throws SQLException {
        assertThat(ask(0, 10).lent()).hasSize(8);
        assertSeconds(ask(0, 1).nextBatch(), 30, 61);
        assertThat(ask(10, 0).lent()).hasSize(2);
    }

    @Test
    void exchange_nodeDied_itsSlotsAreFreeAfterTheProvisionalTime() throws SQLException {
        Allowance short1 = Allowance.of(new Limit(2, Duration.ofMillis(200)), 0);
        SlotTable impatient = new JdbcSlotTable(postgres.dataSource(), Duration.ofMillis(300));
        Question two = new Question(List.of(), 2, 0, 0);
        long start = System.nanoTime();
        assertThat(impatient.exchange(budget, short1, two).lent()).hasSize(2);

        Answer answer = impatient.exchange(budget, short1, two);
        while (answer.lent().isEmpty()) {
            answer = impatient.exchange(budget, short1, two);
        }

        assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(500).toNanos());
    }

    @Test
    void exchange_closed_lendsNothingToAnybodyUntilThen() throws SQLException {
        ask(1, 0);
        table.exchange(budget, TEN, new Question(List.of(), 0, 0, Duration.ofSeconds(50).toNanos()));
        table.exchange(budget, TEN, new Question(List.of(), 0, 0, Duration.ofSeconds(20).toNanos()));

        Answer answer = ask(5, 5);

        assertThat(answer.lent()).isEmpty();
        assertSeconds(answer.closed(), 25, 50);
    }

    @Test
    void exchange_otherBudget_isOnItsOwn() throws SQLException {
        ask(10, 0);

        assertThat(table.exchange("other " + budget, TEN, new Question(List.of(), 10, 0, 0)).lent())
                .hasSize(10);
    }

    @Test
    void exchange_limitLowered_lendsNoMoreThanThat() throws SQLException {
        List<Returned> all = ask(10, 0).lent().stream().map(lent -> new Returned(lent, 0)).toList();
        table.exchange(budget, TEN, new Question(all, 0, 0, 0));

        Allowance four = Allowance.of(new Limit(4, Duration.ofMinutes(1)), 0);
        assertThat(table.exchange(budget, four, new Question(List.of(), 10, 0, 0)).lent()).hasSize(4);
    }

    @Test
    void exchange_manyAtOnce_lendsNoSlotTwice() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        Allowance hundred = Allowance.of(new Limit(100, Duration.ofMinutes(1)), 0);
        List<Callable<List<Lent>>> askers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            askers.add(() -> table.exchange(budget, hundred, new Question(List.of(), 3, 0, 0)).lent());
        }
        Set<Integer> slots = new HashSet<>();
        int lent = 0;
        for (Future<List<Lent>> asker : nodes.invokeAll(askers)) {
            lent += asker.get().size();
            asker.get().forEach(one -> slots.add(one.slot()));
        }
        nodes.shutdown();

        int rest = table.exchange(budget, hundred, new Question(List.of(), 200, 0, 0)).lent().size();
        assertThat(slots).hasSize(lent).hasSize(100 - rest);
    }

    @Test
    void governors_threeNodesFlatOut_never429() throws Exception {
        SimulatedPlatform platform = SimulatedPlatform.of(
                SimulatedPlatform.Counting.SLIDING, 40, Duration.ofMillis(400).toNanos(), 0);
        AtomicInteger rejected = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(12);
        ExecutorService exchanges = Executors.newFixedThreadPool(3);
        List<Callable<Void>> callers = new ArrayList<>();
        for (int node = 0; node < 3; node++) {
            QuotaGovernor governor = QuotaGovernor.shared(
                    new QuotaLimits(
                            new Limit(40, Duration.ofMillis(400)), new Limit(1_000, Duration.ofHours(1)), 0,
                            Duration.ofMinutes(1), Duration.ofMinutes(1)),
                    new Sharing(budget, 3, Duration.ofSeconds(10)),
                    postgres.dataSource(),
                    exchanges,
                    Clock.systemUTC());
            for (int caller = 0; caller < 4; caller++) {
                callers.add(() -> {
                    for (int i = 0; i < 30; i++) {
                        Permit permit = governor.acquire(null, Priority.INTERACTIVE);
                        synchronized (platform) {
                            rejected.addAndGet(platform.accepts(System.nanoTime()) ? 0 : 1);
                        }
                        permit.replied();
                    }
                    return null;
                });
            }
        }
        for (Future<Void> caller : threads.invokeAll(callers)) {
            caller.get();
        }
        threads.shutdown();
        exchanges.shutdown();

        assertThat(rejected).hasValue(0);
    }

    private Answer ask(int interactive, int batch) throws SQLException {
        return table.exchange(budget, TEN, new Question(List.of(), interactive, batch, 0));
    }

    private Answer tell(Returned returned) throws SQLException {
        return table.exchange(budget, TEN, new Question(List.of(returned), 1, 0, 0));
    }

    private static void assertSeconds(long nanos, int atLeast, int atMost) {
        assertThat(Duration.ofNanos(nanos)).isBetween(Duration.ofSeconds(atLeast), Duration.ofSeconds(atMost));
    }
}
