package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.config.ApplicationName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A 429 all the same. */
class RejectionTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualTime time = new VirtualTime();
    private final QuotaGovernor governor = QuotaGovernor.local(Governors.limits(100, 1_000, Duration.ofHours(2)), time);

    @BeforeEach
    void let_time_pass() {
        time.pass(Duration.ofHours(3));
    }

    @Test
    void rejected_withoutAnAccount_closesTheAddressUntilThen() {
        reject(null, Duration.ofSeconds(20));

        assertThat(wait(null)).isEqualTo(Duration.ofSeconds(20));
    }

    /** The platform's dates are measured against each other, and all else by the monotonic timer. */
    @ParameterizedTest
    @ValueSource(ints = {-90, 0, 90})
    void rejected_untilADateByAClockThatIsOff_waitsAsLongAsThePlatformMeant(int secondsOff) {
        Instant here = VirtualTime.START;
        Instant there = here.plusSeconds(secondsOff);
        RetryAfter retryAfter = RetryAfter.of(httpDate(there.plusSeconds(20)), httpDate(there), here);
        Governors.permit(governor, null, Priority.INTERACTIVE, Duration.ZERO).rejected(retryAfter);

        assertThat(wait(null)).isEqualTo(Duration.ofSeconds(20 + 1));
    }

    @Test
    void rejected_untilThen_isOpenAfterwards() {
        reject(null, Duration.ofSeconds(20));

        time.pass(Duration.ofSeconds(20));

        assertThat(wait(null)).isZero();
    }

    @Test
    void rejected_noLongerThanTheAddressesWindow_closesBoth() {
        reject("pharmacy", Duration.ofSeconds(60));

        assertThat(wait("other")).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void rejected_longerThanTheAddressesWindow_closesTheAccountOnly() {
        reject("pharmacy", Duration.ofMinutes(12));

        assertThat(wait("other")).isZero();
        assertThat(wait("pharmacy")).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void rejected_unknown_closesBothForTheAddressesWindow() {
        Governors.permit(governor, "pharmacy", Priority.INTERACTIVE, Duration.ZERO)
                .rejected(RetryAfter.UNKNOWN);

        assertThat(wait("other")).isEqualTo(MINUTE);
        assertThat(wait("pharmacy")).isZero();
    }

    @Test
    void rejected_absurdlyFar_closesEachForItsOwnWindow() {
        reject("pharmacy", Duration.ofDays(3_000));

        assertThat(wait("other")).isEqualTo(MINUTE);
        assertThat(wait("pharmacy")).isEqualTo(Duration.ofHours(1).minus(MINUTE));
    }

    @Test
    void rejected_absurdlyFarWithoutAnAccount_closesTheAddressForItsWindow() {
        reject(null, Duration.ofDays(3_000));

        assertThat(wait(null)).isEqualTo(MINUTE);
    }

    @Test
    void rejected_again_neverShortensTheWait() {
        Permit first = Governors.permit(governor, null, Priority.INTERACTIVE, Duration.ZERO);
        Permit second = Governors.permit(governor, null, Priority.INTERACTIVE, Duration.ZERO);
        first.rejected(new RetryAfter(Duration.ofSeconds(30)));
        second.rejected(new RetryAfter(Duration.ofSeconds(2)));

        assertThat(wait(null)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void rejected_whileOthersWait_holdsThemToo() {
        Permit inFlight = Governors.permit(governor, null, Priority.INTERACTIVE, Duration.ZERO);
        useUp(99);
        CompletionStage<Permit> waiting =
                governor.acquire(ApplicationName.DEFAULT, null, Priority.INTERACTIVE, Duration.ofHours(1), time);
        time.pass(Duration.ofSeconds(59));
        inFlight.rejected(new RetryAfter(Duration.ofSeconds(20)));

        time.pass(Duration.ofSeconds(20).minusNanos(1));
        assertThat(waiting).isNotDone();
        time.pass(Duration.ofNanos(1));
        assertThat(waiting).isCompleted();
    }

    @Test
    void rejected_slot_returnsOneWindowLater() {
        reject(null, Duration.ofSeconds(1));
        time.pass(Duration.ofSeconds(1));
        useUp(99);

        assertThat(wait(null)).isEqualTo(Duration.ofMillis(59_060));
    }

    @Test
    void acquire_whileClosed_saysThatThePlatformRefusedAndUntilWhen() {
        Governors.permit(governor, null, Priority.INTERACTIVE, Duration.ZERO).rejected(RetryAfter.UNKNOWN);

        assertThatThrownBy(() -> Governors.permit(governor, null, Priority.INTERACTIVE, Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(
                        QuotaExceededException.class,
                        e -> assertThat(e.earliest())
                                .isEqualTo(time.at(time.nanos()).plus(MINUTE)))
                .hasMessageContainingAll("refused", "429", "this IP address", "2026-01-01T03:01:00Z")
                .hasMessageNotContaining("100 requests");
    }

    @Test
    void acquire_accountClosedUntilTheDeadlineAndAfter_saysSoWhenTheWaitEnds() {
        reject("pharmacy", Duration.ofMinutes(12));

        assertThatThrownBy(() -> Governors.permit(governor, "pharmacy", Priority.BATCH, Duration.ofMinutes(11)))
                .hasMessageContainingAll("429", "this account", "2026-01-01T03:12:00Z");
    }

    @Test
    void acquire_openAgainAndUsedUp_namesTheLimit() {
        reject(null, Duration.ofSeconds(1));
        time.pass(Duration.ofSeconds(1));
        useUp(99);

        assertThatThrownBy(() -> Governors.permit(governor, null, Priority.INTERACTIVE, Duration.ZERO))
                .hasMessageContaining("100 requests")
                .hasMessageNotContaining("429");
    }

    private static String httpDate(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private void useUp(int slots) {
        for (int i = 0; i < slots; i++) {
            Governors.permit(governor, null, Priority.INTERACTIVE, Duration.ZERO)
                    .replied();
        }
    }

    private void reject(@Nullable String account, Duration delay) {
        Governors.permit(governor, account, Priority.INTERACTIVE, Duration.ZERO).rejected(new RetryAfter(delay));
    }

    private Duration wait(@Nullable String account) {
        long asked = time.nanos();
        Governors.permit(governor, account, Priority.INTERACTIVE, Duration.ofHours(2));
        return Duration.ofNanos(time.nanos() - asked);
    }
}
