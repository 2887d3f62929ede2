package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A 429 all the same. */
class RejectionTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualTime time = new VirtualTime();
    private final QuotaGovernor governor = Governor.local(QuotaLimits.of(100, 1_000, Duration.ofSeconds(5)), time);

    @BeforeEach
    void let_time_pass() {
        time.pass(Duration.ofHours(3));
    }

    @Test
    void rejected_withoutAnAccount_closesTheAddressUntilThen() {
        reject(null, Duration.ofSeconds(20));

        assertThat(wait(null)).isEqualTo(Duration.ofSeconds(20));
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
        governor.acquire("pharmacy", Priority.INTERACTIVE).rejected(RetryAfter.UNKNOWN);

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
        Permit first = governor.acquire(null, Priority.INTERACTIVE);
        Permit second = governor.acquire(null, Priority.INTERACTIVE);
        first.rejected(new RetryAfter(Duration.ofSeconds(30)));
        second.rejected(new RetryAfter(Duration.ofSeconds(2)));

        assertThat(wait(null)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void rejected_whileOthersWait_holdsThemToo() {
        Permit inFlight = governor.acquire(null, Priority.INTERACTIVE);
        useUp(99);
        CompletionStage<Permit> waiting = governor.acquireAsync(null, Priority.INTERACTIVE, Duration.ofHours(1), time);
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

    private void useUp(int slots) {
        for (int i = 0; i < slots; i++) {
            governor.acquire(null, Priority.INTERACTIVE, Duration.ZERO).replied();
        }
    }

    private void reject(@Nullable String account, Duration delay) {
        governor.acquire(account, Priority.INTERACTIVE, Duration.ZERO).rejected(new RetryAfter(delay));
    }

    private Duration wait(@Nullable String account) {
        long asked = time.nanos();
        governor.acquire(account, Priority.INTERACTIVE, Duration.ofHours(2));
        return Duration.ofNanos(time.nanos() - asked);
    }
}
