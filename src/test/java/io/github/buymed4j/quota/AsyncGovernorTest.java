package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.config.ApplicationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // what follows is noted in lists, which are looked at
class AsyncGovernorTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration RETURN = Duration.ofMillis(60_060);

    private final VirtualTime time = new VirtualTime();
    private final QuotaGovernor governor = QuotaGovernor.local(
            Governors.limits(new Limit(2, MINUTE, 0), new Limit(5, HOUR, 0), 0.5, HOUR, HOUR), time);

    @Test
    void acquireAsync_whileThereIsRoom_isCompleteAtOnce() {
        assertThat(acquire(Priority.INTERACTIVE, MINUTE)).isCompleted();
    }

    @Test
    void acquireAsync_full_completesOneWindowAfterTheReplyInTheOrderOfArrival() {
        useUp();
        List<String> order = new ArrayList<>();
        acquire(Priority.INTERACTIVE, MINUTE.multipliedBy(2)).thenAccept(permit -> order.add("first"));
        acquire(Priority.INTERACTIVE, MINUTE.multipliedBy(2)).thenAccept(permit -> order.add("second"));

        time.pass(RETURN.minusNanos(1));
        assertThat(order).isEmpty();
        time.pass(Duration.ofNanos(1));
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void acquireAsync_interactiveComesLaterThanBatch_goesFirst() {
        useUp();
        List<String> order = new ArrayList<>();
        acquire(Priority.BATCH, MINUTE.multipliedBy(5)).thenAccept(permit -> order.add("batch"));
        acquire(Priority.INTERACTIVE, MINUTE.multipliedBy(5)).thenAccept(permit -> order.add("interactive 1"));
        acquire(Priority.INTERACTIVE, MINUTE.multipliedBy(5)).thenAccept(permit -> {
            order.add("interactive 2");
            permit.replied();
        });

        time.pass(RETURN.multipliedBy(2));

        assertThat(order).containsExactly("interactive 1", "interactive 2", "batch");
    }

    @Test
    void acquireAsync_tooLate_failsAtOnce() {
        useUp();

        assertThat(acquire(Priority.INTERACTIVE, Duration.ofSeconds(59)))
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(QuotaExceededException.class);
    }

    @Test
    void acquireAsync_noReplyUntilTheDeadline_failsThen() {
        Governors.permit(governor, null, Priority.INTERACTIVE, MINUTE);
        Governors.permit(governor, null, Priority.INTERACTIVE, MINUTE);
        CompletableFuture<Permit> late = acquire(Priority.INTERACTIVE, MINUTE.multipliedBy(2));

        time.pass(MINUTE.multipliedBy(2).minusNanos(1));
        assertThat(late).isNotDone();
        time.pass(Duration.ofNanos(1));
        assertThat(late)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(QuotaExceededException.class);
    }

    @Test
    void acquireAsync_firstInLineGivesUp_nextTakesOver() {
        List<Permit> permits = List.of(
                Governors.permit(governor, null, Priority.INTERACTIVE, MINUTE),
                Governors.permit(governor, null, Priority.INTERACTIVE, MINUTE));
        CompletableFuture<Permit> impatient = acquire(Priority.INTERACTIVE, Duration.ofSeconds(61));
        CompletableFuture<Permit> patient = acquire(Priority.INTERACTIVE, Duration.ofSeconds(200));
        time.pass(Duration.ofSeconds(50));
        permits.get(0).replied();
        permits.get(1).replied();

        time.pass(Duration.ofSeconds(11));
        assertThat(impatient).isCompletedExceptionally();
        time.pass(RETURN.minusSeconds(11));
        assertThat(patient).isCompleted();
    }

    @Test
    void acquireAsync_addressRefuses_accountGetsItsSlotBack() {
        useUp();
        for (int i = 0; i < 20; i++) {
            assertThat(governor.acquire(ApplicationName.DEFAULT, "pharmacy", Priority.INTERACTIVE, Duration.ZERO, time))
                    .failsWithin(Duration.ZERO)
                    .withThrowableOfType(ExecutionException.class)
                    .withMessageContaining("this IP address");
        }
    }

    @Test
    void acquireAsync_timerShutDownWhileWaiting_failsAndTheSlotGoesOn() {
        useUp();
        VirtualTime other = new VirtualTime();
        CompletableFuture<Permit> orphan = governor.acquire(
                        ApplicationName.DEFAULT, null, Priority.INTERACTIVE, MINUTE.multipliedBy(2), other)
                .toCompletableFuture();
        other.shutdownNow();
        time.pass(RETURN);

        CompletableFuture<Permit> first = acquire(Priority.INTERACTIVE, Duration.ZERO);
        CompletableFuture<Permit> second = acquire(Priority.INTERACTIVE, Duration.ZERO);

        assertThat(first).isCompleted();
        assertThat(orphan)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(CallInterruptedException.class);
        assertThat(second).isCompleted();
    }

    private void useUp() {
        Governors.permit(governor, null, Priority.INTERACTIVE, MINUTE).replied();
        Governors.permit(governor, null, Priority.INTERACTIVE, MINUTE).replied();
    }

    private CompletableFuture<Permit> acquire(Priority priority, Duration maxWait) {
        return governor.acquire(ApplicationName.DEFAULT, null, priority, maxWait, time)
                .toCompletableFuture();
    }
}
