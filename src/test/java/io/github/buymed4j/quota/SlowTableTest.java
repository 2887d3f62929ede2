package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.config.ApplicationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A table that answers late, as behind a pool without a free connection. */
class SlowTableTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final QuotaLimits LIMITS =
            Governors.limits(new Limit(20, MINUTE, 0), new Limit(100, Duration.ofHours(1), 0), 0, MINUTE, MINUTE);

    private final HangingTable table = new HangingTable();
    private final QuotaGovernor governor =
            QuotaGovernor.shared(LIMITS, new Sharing("egress", 2, MINUTE), table, Time.SYSTEM);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        table.answer.countDown();
        threads.shutdownNow();
    }

    @Test
    void acquire_othersWaitForTheTable_waitsNoLongerThanItsOwnDeadline() throws Exception {
        List<Future<Permit>> asking = askWithoutAnswer(4);

        assertThatThrownBy(() -> Governors.permit(governor, null, Priority.INTERACTIVE, Duration.ofMillis(20)))
                .isInstanceOf(QuotaExceededException.class);

        table.answer.countDown();
        for (Future<Permit> permit : asking) {
            assertThat(permit.get()).isNotNull();
        }
    }

    @Test
    void stop_whileTheTableHangs_endsThoseInLineWithoutIt() throws Exception {
        askWithoutAnswer(4);
        Future<Permit> inLine = threads.submit(() -> Governors.permit(governor, null, Priority.INTERACTIVE, MINUTE));

        governor.stop();

        assertThatThrownBy(inLine::get).hasCauseInstanceOf(CallInterruptedException.class);
    }

    @Test
    void acquire_withATimer_takesNoThreadButOneOfTheTimersHoweverManyAsk() throws Exception {
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(8);
        try {
            List<CompletableFuture<Permit>> pending = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                pending.add(
                        governor.acquire(ApplicationName.DEFAULT, "pharmacy " + i, Priority.INTERACTIVE, MINUTE, timer)
                                .toCompletableFuture());
            }
            table.asked.await();
            assertThat(pending).noneMatch(CompletableFuture::isDone);

            table.answer.countDown();
            for (CompletableFuture<Permit> permit : pending) {
                permit.get().replied();
            }

            assertThat(table.most).hasValue(1);
        } finally {
            timer.shutdownNow();
        }
    }

    /** The timer's thread may be faster than the caller, who must not query the table even then. */
    @Test
    void acquire_withAFastTimer_queriesTheTableOnItsThread() throws Exception {
        ScheduledExecutorService timer = new FastTimer();
        try {
            table.answer.countDown();
            governor.acquire(ApplicationName.DEFAULT, null, Priority.INTERACTIVE, MINUTE, timer)
                    .toCompletableFuture()
                    .get()
                    .replied();

            assertThat(table.threads).isNotEmpty().doesNotContain(Thread.currentThread());
        } finally {
            timer.shutdownNow();
        }
    }

    @Test
    void replied_withATimer_doesNotWaitForTheTable() throws Exception {
        VirtualTime timer = new VirtualTime();
        table.answer.countDown();
        CompletableFuture<Permit> pending = governor.acquire(
                        ApplicationName.DEFAULT, null, Priority.INTERACTIVE, MINUTE, timer)
                .toCompletableFuture();
        timer.pass(Duration.ZERO);
        int before = table.statements.get();
        Permit permit = pending.get();
        permit.rejected(RetryAfter.UNKNOWN);

        assertThat(table.statements).hasValue(before);
        timer.pass(Duration.ZERO);
        assertThat(table.statements).hasValue(before + 2);
    }

    private List<Future<Permit>> askWithoutAnswer(int callers) throws InterruptedException {
        List<Future<Permit>> asking = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            asking.add(threads.submit(() -> Governors.permit(governor, null, Priority.INTERACTIVE, MINUTE)));
            while (table.underWay.get() <= i) { // one who comes before the others ask would wait for an answer
                Thread.onSpinWait();
            }
        }
        return asking;
    }

    /** Has run a task when {@link #execute} returns. */
    private static final class FastTimer extends ScheduledThreadPoolExecutor {

        FastTimer() {
            super(1);
        }

        @Override
        public void execute(Runnable task) {
            try {
                submit(task).get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class HangingTable implements SlotTable {

        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch answer = new CountDownLatch(1);
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger statements = new AtomicInteger();

        @Override
        public Answer lend(SharedLimit limit, Priority priority) {
            return Answer.lent(new SlotLease(statement(), 1));
        }

        @Override
        public void end(SharedLimit limit, SlotLease lease, long cooling) {
            statement();
        }

        @Override
        public void close(SharedLimit limit, long wait) {
            statement();
        }

        private int statement() {
            threads.add(Thread.currentThread());
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                underWay.decrementAndGet();
            }
            return statements.incrementAndGet();
        }
    }
}
