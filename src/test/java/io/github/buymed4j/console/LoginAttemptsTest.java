package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.MovingClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {

    private static final String ADDRESS = "192.0.2.1";

    private final MovingClock clock = new MovingClock();
    private final LoginAttempts attempts = new LoginAttempts(clock);

    @Test
    void admit_firstFiveTries_doNotWait() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.admit(ADDRESS)).isZero();
        }
    }

    @Test
    void admit_afterFiveFailures_waitsTwoSeconds() {
        fail(ADDRESS, 5);

        assertThat(attempts.admit(ADDRESS)).isEqualTo(Duration.ofSeconds(2));
        clock.advance(Duration.ofMillis(1_500));
        assertThat(attempts.admit(ADDRESS)).isEqualTo(Duration.ofMillis(500));
        clock.advance(Duration.ofMillis(500));
        assertThat(attempts.admit(ADDRESS)).isZero();
    }

    @Test
    void admit_eachFurtherFailure_doublesTheWaitUpToAMinute() {
        fail(ADDRESS, 5);

        assertThat(IntStream.range(0, 7).mapToObj(i -> waitAndFail()).map(Duration::toSeconds))
                .containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void admit_whileWaiting_doesNotLengthenTheWait() {
        fail(ADDRESS, 5);
        fail(ADDRESS, 100);

        assertThat(attempts.admit(ADDRESS)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void admit_ofAnotherAddress_doesNotWait() {
        fail(ADDRESS, 5);

        assertThat(attempts.admit("192.0.2.2")).isZero();
    }

    @Test
    void admit_ofAnotherAddressInTheSameIpv6Network_waits() {
        fail("2001:db8:1:2::1", 3);
        fail("2001:0DB8:0001:0002:ffff:ffff:ffff:ffff", 2);

        assertThat(attempts.admit("2001:db8:1:2:0:0:0:77")).isPositive();
        assertThat(attempts.admit("2001:db8:1:3::1")).isZero();
        attempts.succeeded("2001:db8:1:2::9");
        assertThat(attempts.admit("2001:db8:1:2:0:0:0:77")).isZero();
    }

    @Test
    void admit_ofAnIpv4AddressAsIpv6_isTheSameAddress() {
        fail(ADDRESS, 3);
        fail("::ffff:" + ADDRESS, 2);

        assertThat(attempts.admit(ADDRESS)).isPositive();
        assertThat(attempts.admit("::ffff:192.0.2.2")).isZero();
    }

    @Test
    void admit_ofWhatIsNoAddress_isCountedByItsText() {
        fail("unknown:host", 5);

        assertThat(attempts.admit("unknown:host")).isPositive();
    }

    @Test
    void succeeded_afterFailures_forgetsThem() {
        fail(ADDRESS, 5);
        clock.advance(Duration.ofSeconds(2));
        attempts.admit(ADDRESS);
        attempts.succeeded(ADDRESS);

        fail(ADDRESS, 4);

        assertThat(attempts.admit(ADDRESS)).isZero();
    }

    @Test
    void admit_ofAThousandOtherAddresses_forgetsTheOneUnheardLongest() {
        fail(ADDRESS, 5);
        IntStream.range(0, 999).forEach(i -> attempts.admit("other " + i));
        assertThat(attempts.admit(ADDRESS)).isPositive();

        IntStream.range(0, 1_000).forEach(i -> attempts.admit("another " + i));

        assertThat(attempts.admit(ADDRESS)).isZero();
    }

    private Duration waitAndFail() {
        Duration wait = attempts.admit(ADDRESS);
        clock.advance(wait);
        attempts.admit(ADDRESS);
        return wait;
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            attempts.admit(address);
        }
    }
}
