package io.github.buymed4j.sandbox.logins;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.logins.Passwords.Check;
import io.github.buymed4j.sandbox.time.ShiftedClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private final ShiftedClock clock =
            new ShiftedClock(Clock.fixed(Instant.parse("2024-10-01T06:57:00Z"), ZoneOffset.UTC));
    private final Passwords passwords = new Passwords(2, clock);

    @BeforeEach
    void setPasswords() {
        passwords.set("an", "right");
        passwords.set("binh", "right");
    }

    private Check guess(String user, String address) {
        return passwords.check(user, "wrong", address);
    }

    private Check logIn(String user, String address) {
        return passwords.check(user, "right", address);
    }

    private void guess(int times, String user, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(guess(user, address)).as("guess %d", i).isEqualTo(Check.WRONG);
        }
    }

    @Test
    void check_userGuessedFromOneAddress_isSlowedDownThereOnly() {
        guess(5, "an", HERE);

        assertThat(logIn("an", HERE)).isEqualTo(Check.TOO_SOON);
        assertThat(logIn("an", ELSEWHERE)).isEqualTo(Check.RIGHT);
        assertThat(logIn("binh", HERE)).isEqualTo(Check.RIGHT);
        clock.advance(Duration.ofSeconds(1));
        assertThat(logIn("an", HERE)).isEqualTo(Check.RIGHT);
    }

    @Test
    void check_addressTriesManyUsers_isSlowedDownForAllOfThem() {
        for (int user = 0; user < 20; user++) {
            guess(1, "user" + user, HERE);
        }

        assertThat(guess("another", HERE)).isEqualTo(Check.TOO_SOON);
        assertThat(logIn("an", HERE)).isEqualTo(Check.TOO_SOON);
        assertThat(logIn("an", ELSEWHERE)).isEqualTo(Check.RIGHT);
        clock.advance(Duration.ofSeconds(1));
        assertThat(logIn("an", HERE)).isEqualTo(Check.RIGHT);
    }

    /** Otherwise somebody with an account could guess those of others without an end. */
    @Test
    void check_rightInBetween_doesNotStartTheAddressAnew() {
        guess(4, "binh", HERE);
        assertThat(logIn("an", HERE)).isEqualTo(Check.RIGHT);
        for (int user = 0; user < 16; user++) {
            guess(1, "user" + user, HERE);
        }

        assertThat(logIn("an", HERE)).isEqualTo(Check.TOO_SOON);
    }

    @Test
    void check_rightInBetween_startsTheUserAnewAtThatAddress() {
        guess(4, "an", HERE);
        assertThat(logIn("an", HERE)).isEqualTo(Check.RIGHT);
        guess(5, "an", HERE);

        assertThat(guess("an", HERE)).isEqualTo(Check.TOO_SOON);
    }

    @Test
    void check_userGuessedFromManyAddresses_leavesEachOneTryInFiveMinutes() {
        attack();

        guess(1, "an", "198.51.100.1");
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(guess("an", "198.51.100.1")).isEqualTo(Check.TOO_SOON);
        clock.advance(Duration.ofSeconds(1));
        assertThat(guess("an", "198.51.100.1")).isEqualTo(Check.WRONG);
    }

    /** However long others keep guessing, and whatever the owner has mistyped. */
    @Test
    void check_ownerDuringAnAttackFromManyAddresses_waitsFiveMinutesAtMost() {
        attack();
        assertThat(logIn("an", HERE)).isEqualTo(Check.RIGHT);

        assertThat(guess("an", HERE)).isEqualTo(Check.WRONG);
        assertThat(logIn("an", HERE)).isEqualTo(Check.TOO_SOON);
        clock.advance(Duration.ofMinutes(5));
        attack();
        assertThat(logIn("an", HERE)).isEqualTo(Check.RIGHT);
        assertThat(logIn("binh", HERE)).isEqualTo(Check.RIGHT);
    }

    private void attack() {
        for (int address = 0; address < 50; address++) {
            guess("an", "203.0.113." + address);
        }
    }

    @Test
    void check_afterTheLongestWait_isStillFiveMinutes() {
        guess(5, "an", HERE);
        for (int guess = 0; guess < 12; guess++) {
            clock.advance(Duration.ofMinutes(5));
            assertThat(guess("an", HERE)).isEqualTo(Check.WRONG);
        }

        clock.advance(Duration.ofMinutes(5));
        assertThat(logIn("an", HERE)).isEqualTo(Check.RIGHT);
    }

    @Test
    void check_anHourWithoutAWrongOne_startsAnew() {
        guess(5, "an", HERE);
        clock.advance(Duration.ofHours(1));

        guess(5, "an", HERE);
        assertThat(guess("an", HERE)).isEqualTo(Check.TOO_SOON);
    }

    @Test
    void check_guessesAtTheSameTime_countAsOnesInTurn() {
        List<Check> checks = IntStream.range(0, 200)
                .parallel()
                .mapToObj(guess -> guess("an", HERE))
                .toList();

        assertThat(checks).filteredOn(Check.WRONG::equals).hasSize(5);
    }

    /** The sandbox's clock can be moved back. */
    @Test
    void check_clockMovedBack_letsWhoeverHasTriesLeftIn() {
        clock.advance(Duration.ofDays(1));
        guess(1, "an", HERE);
        clock.shift(Duration.ZERO);

        assertThat(logIn("an", HERE)).isEqualTo(Check.RIGHT);
    }
}
