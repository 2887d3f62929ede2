package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The blocking way, on one thread: while it waits, virtual time passes. */
class GovernorTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** A slot's return after its reply: the window and the guard. */
    private static final Duration RETURN = Duration.ofMillis(60_060);

    private final VirtualTime time = new VirtualTime();
    private final Governor governor = Governor.local(
            new QuotaLimits(new Limit(3, MINUTE), new Limit(5, Duration.ofHours(1)), 0, Duration.ofSeconds(5), MINUTE),
            time);

    @Test
    void acquire_whileThereIsRoom_doesNotWait() {
        acquire(3);

        assertThat(time.nanos()).isZero();
    }

    @Test
    void acquire_full_waitsUntilOneWindowAfterTheFirstReply() {
        List<Permit> permits = acquire(3);
        time.pass(Duration.ofSeconds(2));
        permits.get(1).replied();
        time.pass(Duration.ofSeconds(1));
        permits.get(0).replied();

        governor.acquire(null, Priority.INTERACTIVE, MINUTE.multipliedBy(2));

        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(2).plus(RETURN).toNanos());
    }

    @Test
    void acquire_allUnderWay_waitsForAReplyAndOneWindow() {
        List<Permit> permits = acquire(3);
        time.after(Duration.ofSeconds(40).toNanos(), permits.get(2)::replied);

        governor.acquire(null, Priority.INTERACTIVE, MINUTE.multipliedBy(2));

        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(40).plus(RETURN).toNanos());
    }

    @Test
    void acquire_slotReturnsTooLate_failsAtOnceWithTheEarliestTime() {
        acquire(3).forEach(Permit::replied);
        time.pass(Duration.ofSeconds(55));

        assertThatThrownBy(() -> governor.acquire(null, Priority.INTERACTIVE))
                .isInstanceOfSatisfying(
                        QuotaExceededException.class,
                        e -> assertThat(e.earliest()).isEqualTo(VirtualTime.START.plus(RETURN)))
                .hasMessageContainingAll("3 requests", "PT1M", "this IP address", "buymed.quota.max-wait");
        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(55).toNanos());
    }

    @Test
    void acquire_slotReturnsWithinMaxWait_waits() {
        acquire(3).forEach(Permit::replied);
        time.pass(Duration.ofSeconds(56));

        governor.acquire(null, Priority.INTERACTIVE);

        assertThat(time.nanos()).isEqualTo(RETURN.toNanos());
    }

    @Test
    void acquire_noReplyUntilTheDeadline_failsThen() {
        acquire(3);

        assertThatThrownBy(() -> governor.acquire(null, Priority.INTERACTIVE, MINUTE.multipliedBy(2)))
                .isInstanceOfSatisfying(
                        QuotaExceededException.class,
                        e -> assertThat(e.earliest())
                                .isEqualTo(VirtualTime.START
                                        .plus(MINUTE.multipliedBy(2))
                                        .plus(RETURN)));
        assertThat(time.nanos()).isEqualTo(MINUTE.multipliedBy(2).toNanos());
    }

    @Test
    void acquire_batchWithoutAWait_usesItsOwnMaxWait() {
        acquire(3).forEach(Permit::replied);
        time.pass(Duration.ofSeconds(1));

        governor.acquire(null, Priority.BATCH);

        assertThat(time.nanos()).isEqualTo(RETURN.toNanos());
    }

    @Test
    void acquire_endlessWait_isNoOverflow() {
        acquire(3).forEach(Permit::replied);

        governor.acquire(null, Priority.INTERACTIVE, Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(time.nanos()).isEqualTo(RETURN.toNanos());
    }

    @Test
    void replied_twice_returnsOneSlot() {
        List<Permit> permits = acquire(3);
        permits.get(0).replied();
        permits.get(0).replied();
        time.pass(RETURN);

        acquire(1);

        assertThatThrownBy(() -> acquire(1)).isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void acquire_accountFull_failsThatAccountOnly() {
        useUpAccount("pharmacy");

        assertThatThrownBy(() -> governor.acquire("pharmacy", Priority.INTERACTIVE))
                .isInstanceOf(QuotaExceededException.class)
                .hasMessageContainingAll("5 requests", "PT1H", "this account")
                .hasMessageNotContaining("pharmacy");
        governor.acquire("other", Priority.INTERACTIVE);
        governor.acquire(null, Priority.INTERACTIVE);
    }

    @Test
    void acquire_addressRefuses_accountGetsItsSlotBack() {
        acquire(3);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> governor.acquire("pharmacy", Priority.INTERACTIVE))
                    .hasMessageContaining("this IP address");
        }
    }

    @Test
    void acquire_interruptedWhileWaiting_failsAndKeepsTheFlagAndLosesNoSlot() {
        acquire(3).forEach(Permit::replied);
        time.after(Duration.ofSeconds(10).toNanos(), Thread.currentThread()::interrupt);

        assertThatThrownBy(() -> governor.acquire(null, Priority.BATCH, MINUTE.multipliedBy(2)))
                .isInstanceOf(QuotaInterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(10).toNanos());
        time.pass(RETURN);
        assertThat(acquire(3)).hasSize(3);
    }

    private List<Permit> acquire(int count) {
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            permits.add(governor.acquire(null, Priority.INTERACTIVE));
        }
        return permits;
    }

    private void useUpAccount(String account) {
        for (int i = 0; i < 5; i++) {
            governor.acquire(account, Priority.INTERACTIVE, MINUTE.multipliedBy(5))
                    .replied();
        }
        time.pass(RETURN);
    }
}
