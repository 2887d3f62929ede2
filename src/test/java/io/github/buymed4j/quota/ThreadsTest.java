package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.config.ApplicationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real threads in real, short windows. What must never happen is asserted, never how long something takes. */
@Timeout(120)
class ThreadsTest {

    private static final int THREADS = 8;
    private static final Limit ADDRESS = new Limit(20, Duration.ofMillis(50), 0);
    private static final Limit ACCOUNT = new Limit(15, Duration.ofMillis(150), 0);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final QuotaGovernor governor = Governors.local(Governors.limits(ADDRESS, ACCOUNT, 0.2, PATIENCE, PATIENCE));
    private final Platform platform = new Platform();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void acquire_blockingAndNot_bothPriorities_manyAccounts_never429AndNobodyIsForgotten() throws Exception {
        List<Callable<Integer>> callers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Priority priority = i % 2 == 0 ? Priority.INTERACTIVE : Priority.BATCH;
            callers.add(i < THREADS / 2 ? () -> block(100, priority) : () -> chain(100, priority));
        }

        int sent = 0;
        for (Future<Integer> caller : threads.invokeAll(callers)) {
            sent += caller.get();
        }

        assertThat(sent).isEqualTo(THREADS * 100);
        assertThat(platform.rejected).hasValue(0);
    }

    @Test
    void acquire_waitersInterruptedAgainAndAgain_noSlotIsLost() throws Exception {
        List<Thread> waiters = new ArrayList<>();
        List<Future<Integer>> callers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            callers.add(threads.submit(() -> untilInterrupted(waiters)));
        }
        while (!callers.stream().allMatch(Future::isDone)) {
            synchronized (waiters) {
                if (!waiters.isEmpty()) {
                    waiters.get(ThreadLocalRandom.current().nextInt(waiters.size()))
                            .interrupt();
                }
            }
            Thread.onSpinWait();
        }
        int interruptions = 0;
        for (Future<Integer> caller : callers) {
            interruptions += caller.get();
        }

        assertThat(interruptions).isPositive();
        for (int i = 0; i < ADDRESS.requests(); i++) {
            Governors.permit(governor, null, Priority.INTERACTIVE, PATIENCE); // all held: none may be missing
        }
    }

    @Test
    void acquire_accountsDroppedAllTheWhile_neverExceedsAnAccountsLimit() throws Exception {
        Limit one = new Limit(1, Duration.ofMillis(2), 0);
        QuotaGovernor open = Governors.local(Governors.limits(
                new Limit(1_000_000, Duration.ofNanos(1_000), 0), one, 0, Duration.ZERO, Duration.ZERO));
        Map<String, Long> last = new ConcurrentHashMap<>();
        AtomicInteger tooSoon = new AtomicInteger();
        AtomicInteger granted = new AtomicInteger();
        List<Callable<Void>> callers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            callers.add(() -> {
                for (int n = 0; n < 5_000; n++) {
                    String account = "a" + ThreadLocalRandom.current().nextInt(1_000) + "/" + n / 500;
                    try {
                        Permit permit = Governors.permit(open, account, Priority.INTERACTIVE, PATIENCE);
                        long now = System.nanoTime();
                        Long before = last.put(account, now);
                        tooSoon.addAndGet(
                                before != null && now - before < one.window().toNanos() ? 1 : 0);
                        granted.incrementAndGet();
                        permit.replied();
                    } catch (QuotaExceededException e) {
                        assertThat(e.earliest()).isNotNull();
                    }
                }
                return null;
            });
        }
        for (Future<Void> caller : threads.invokeAll(callers)) {
            caller.get();
        }

        assertThat(granted).hasPositiveValue();
        assertThat(tooSoon).hasValue(0);
    }

    private int block(int requests, Priority priority) {
        for (int i = 0; i < requests; i++) {
            String account = "account " + i % 3;
            Permit permit = Governors.permit(governor, account, priority, PATIENCE);
            platform.arrive(account);
            permit.replied();
        }
        return requests;
    }

    private int chain(int requests, Priority priority) throws Exception {
        for (int i = 0; i < requests; i++) {
            String account = "account " + i % 3;
            governor.acquire(ApplicationName.DEFAULT, account, priority, PATIENCE, timer)
                    .thenAccept(permit -> {
                        platform.arrive(account);
                        permit.replied();
                    })
                    .toCompletableFuture()
                    .get();
        }
        return requests;
    }

    private int untilInterrupted(List<Thread> waiters) {
        int interruptions = 0;
        for (int i = 0; i < 60; i++) {
            synchronized (waiters) {
                waiters.add(Thread.currentThread());
            }
            try {
                Governors.permit(governor, "account " + i % 3, Priority.INTERACTIVE, PATIENCE)
                        .replied();
            } catch (CallInterruptedException e) {
                interruptions++;
            }
            synchronized (waiters) {
                waiters.remove(Thread.currentThread());
            }
            Thread.interrupted();
        }
        return interruptions;
    }

    private static final class Platform {

        private final AtomicInteger rejected = new AtomicInteger();
        private final SimulatedPlatform address = sliding(ADDRESS);
        private final Map<String, SimulatedPlatform> accounts = new ConcurrentHashMap<>();

        synchronized void arrive(String account) {
            long now = System.nanoTime();
            boolean byAddress = address.accepts(now);
            boolean byAccount =
                    accounts.computeIfAbsent(account, name -> sliding(ACCOUNT)).accepts(now);
            rejected.addAndGet(byAddress && byAccount ? 0 : 1);
        }

        private static SimulatedPlatform sliding(Limit limit) {
            return SimulatedPlatform.of(
                    SimulatedPlatform.Counting.SLIDING,
                    limit.requests(),
                    limit.window().toNanos(),
                    0);
        }
    }
}
