package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.config.ApplicationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The blocking way, on one thread: while it waits, virtual time passes. */
class GovernorTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    /** A slot's return after its reply: the window and the guard. */
    private static final Duration RETURN = Duration.ofMillis(60_060);

    private final VirtualTime time = new VirtualTime();
    private final QuotaGovernor governor = governor(HOUR, HOUR);

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

        Governors.permit(governor, null, Priority.INTERACTIVE, MINUTE.multipliedBy(2));

        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(2).plus(RETURN).toNanos());
    }

    @Test
    void acquire_allUnderWay_waitsForAReplyAndOneWindow() {
        List<Permit> permits = acquire(3);
        time.after(Duration.ofSeconds(40).toNanos(), permits.get(2)::replied);

        Governors.permit(governor, null, Priority.INTERACTIVE, MINUTE.multipliedBy(2));

        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(40).plus(RETURN).toNanos());
    }

    @Test
    void acquire_slotReturnsTooLate_failsAtOnceWithTheEarliestTime() {
        acquire(3).forEach(Permit::replied);
        time.pass(Duration.ofSeconds(55));

        assertThatThrownBy(() -> Governors.permit(governor, null, Priority.INTERACTIVE, FIVE_SECONDS))
                .isInstanceOfSatisfying(
                        QuotaExceededException.class,
                        e -> assertThat(e.earliest()).isEqualTo(VirtualTime.START.plus(RETURN)))
                .hasMessageContainingAll("3 requests", "PT1M", "this IP address");
        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(55).toNanos());
    }

    @Test
    void acquire_slotReturnsWithinMaxWait_waits() {
        acquire(3).forEach(Permit::replied);
        time.pass(Duration.ofSeconds(56));

        Governors.permit(governor, null, Priority.INTERACTIVE, FIVE_SECONDS);

        assertThat(time.nanos()).isEqualTo(RETURN.toNanos());
    }

    @Test
    void acquire_noReplyUntilTheDeadline_failsThen() {
        acquire(3);

        assertThatThrownBy(() -> Governors.permit(governor, null, Priority.INTERACTIVE, MINUTE.multipliedBy(2)))
                .isInstanceOfSatisfying(
                        QuotaExceededException.class,
                        e -> assertThat(e.earliest())
                                .isEqualTo(VirtualTime.START
                                        .plus(MINUTE.multipliedBy(2))
                                        .plus(RETURN)));
        assertThat(time.nanos()).isEqualTo(MINUTE.multipliedBy(2).toNanos());
    }

    @Test
    void acquire_endlessWait_isNoOverflow() {
        acquire(3).forEach(Permit::replied);

        Governors.permit(governor, null, Priority.INTERACTIVE, Duration.ofSeconds(Long.MAX_VALUE));

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

        assertThatThrownBy(() -> Governors.permit(governor, "pharmacy", Priority.INTERACTIVE, FIVE_SECONDS))
                .isInstanceOf(QuotaExceededException.class)
                .hasMessageContainingAll("5 requests", "PT1H", "this account")
                .hasMessageNotContaining("pharmacy");
        Governors.permit(governor, "other", Priority.INTERACTIVE, FIVE_SECONDS);
        Governors.permit(governor, null, Priority.INTERACTIVE, FIVE_SECONDS);
    }

    @Test
    void acquire_addressRefuses_accountGetsItsSlotBack() {
        acquire(3);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> Governors.permit(governor, "pharmacy", Priority.INTERACTIVE, FIVE_SECONDS))
                    .hasMessageContaining("this IP address");
        }
    }

    @Test
    void acquire_interruptedWhileWaiting_failsAndKeepsTheFlagAndLosesNoSlot() {
        acquire(3).forEach(Permit::replied);
        time.after(Duration.ofSeconds(10).toNanos(), Thread.currentThread()::interrupt);

        assertThatThrownBy(() -> Governors.permit(governor, null, Priority.BATCH, MINUTE.multipliedBy(2)))
                .isInstanceOf(CallInterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(10).toNanos());
        time.pass(RETURN);
        assertThat(acquire(3)).hasSize(3);
    }

    @Test
    void acquire_configuredWaitIsOver_namesTheKeyOfThePriority() {
        QuotaGovernor impatient = governor(Duration.ofSeconds(5), Duration.ofSeconds(7));
        for (int i = 0; i < 3; i++) {
            Governors.permit(impatient, null, Priority.INTERACTIVE, HOUR).replied();
        }

        assertThatThrownBy(() -> Governors.permit(impatient, null, Priority.INTERACTIVE, HOUR))
                .hasMessageEndingWith("or raise buymed.quota.max-wait.");
        assertThatThrownBy(() -> Governors.permit(impatient, null, Priority.BATCH, HOUR))
                .hasMessageEndingWith("or raise buymed.quota.batch-max-wait.");
    }

    @ParameterizedTest
    @EnumSource(Priority.class)
    void acquire_callsDeadlineComesFirst_namesTheDeadline(Priority priority) {
        acquire(3).forEach(Permit::replied);

        assertThatThrownBy(() -> Governors.permit(governor, null, priority, FIVE_SECONDS))
                .isInstanceOf(QuotaExceededException.class)
                .hasMessageContaining("its deadline comes first")
                .hasMessageNotContaining("buymed.");
    }

    @Test
    void acquire_languageWithDigitsOfItsOwn_messageIsTheSame() {
        acquire(3).forEach(Permit::replied);
        Locale before = Locale.getDefault();
        Locale.setDefault(new Locale.Builder()
                .setLocale(Locale.forLanguageTag("th-TH-u-nu-thai"))
                .build());
        try {
            assertThatThrownBy(() -> Governors.permit(governor, null, Priority.INTERACTIVE, FIVE_SECONDS))
                    .hasMessageContaining("limit of 3 requests in PT1M");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void stop_whileCallsWait_endsThemAll() {
        acquire(3);
        List<CompletableFuture<Permit>> waiting = Stream.of(Priority.values())
                .map(priority -> governor.acquire(ApplicationName.DEFAULT, null, priority, HOUR, time)
                        .toCompletableFuture())
                .toList();
        time.after(FIVE_SECONDS.toNanos(), governor::stop);

        assertThatThrownBy(() -> Governors.permit(governor, null, Priority.BATCH, HOUR))
                .isInstanceOf(CallInterruptedException.class)
                .hasMessageStartingWith("The application stops");
        assertThat(time.nanos()).isEqualTo(FIVE_SECONDS.toNanos());
        assertThat(waiting).allSatisfy(GovernorTest::endsBecauseTheApplicationStops);
    }

    @Test
    void stop_whileAnAccountsCallsWait_endsThemWithoutTheTimer() {
        useUpAccount("pharmacy");
        VirtualTime timer = new VirtualTime();
        CompletableFuture<Permit> waiting = governor.acquire(
                        ApplicationName.DEFAULT, "pharmacy", Priority.INTERACTIVE, HOUR, timer)
                .toCompletableFuture();
        timer.shutdownNow();

        governor.stop();

        endsBecauseTheApplicationStops(waiting);
    }

    @Test
    void acquire_stopped_neverWaits() {
        acquire(3);
        governor.stop();

        for (String account : new String[] {null, "pharmacy"}) {
            endsBecauseTheApplicationStops(
                    governor.acquire(ApplicationName.DEFAULT, account, Priority.BATCH, HOUR, time)
                            .toCompletableFuture());
            endsBecauseTheApplicationStops(
                    governor.acquire(ApplicationName.DEFAULT, account, Priority.INTERACTIVE, HOUR, null)
                            .toCompletableFuture());
        }
    }

    private static void endsBecauseTheApplicationStops(CompletableFuture<Permit> stage) {
        assertThat(stage)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOf(CallInterruptedException.class)
                .withMessageStartingWith("The application stops");
    }

    private QuotaGovernor governor(Duration maxWait, Duration batchMaxWait) {
        return QuotaGovernor.local(
                Governors.limits(new Limit(3, MINUTE, 0), new Limit(5, HOUR, 0), 0, maxWait, batchMaxWait), time);
    }

    private List<Permit> acquire(int count) {
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            permits.add(Governors.permit(governor, null, Priority.INTERACTIVE, FIVE_SECONDS));
        }
        return permits;
    }

    private void useUpAccount(String account) {
        for (int i = 0; i < 5; i++) {
            Governors.permit(governor, account, Priority.INTERACTIVE, MINUTE.multipliedBy(5))
                    .replied();
        }
        time.pass(RETURN);
    }
}
