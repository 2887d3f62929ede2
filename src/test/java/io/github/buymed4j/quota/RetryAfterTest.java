package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "7, PT7S",
        "' 60 ', PT1M",
        "0, PT1S",
        "3900, PT65M",
        "3901, PT65M",
        "2147483648, PT65M",
        "99999999999999999999999, PT65M",
        "00000000000000000000009, PT9S"
    })
    void of_seconds_isThatLongButAtLeastOneSecond(String header, Duration delay) {
        assertThat(RetryAfter.of(header, null, NOON).delay()).isEqualTo(delay);
    }

    @ParameterizedTest
    @ValueSource(ints = {-90, 0, 90})
    void of_dateAndAClockThatIsOff_measuresAgainstTheReplysOwnDate(int secondsOff) {
        RetryAfter retryAfter = RetryAfter.of(
                "Mon, 05 Jan 2026 12:00:20 GMT", "Mon, 05 Jan 2026 12:00:05 GMT", NOON.plusSeconds(secondsOff));

        assertThat(retryAfter.delay()).isEqualTo(Duration.ofSeconds(15 + 1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "yesterday"})
    void of_dateInAReplyWithoutADate_measuresAgainstTheClock(String date) {
        assertThat(RetryAfter.of("Mon, 05 Jan 2026 12:00:20 GMT", date, NOON).delay())
                .isEqualTo(Duration.ofSeconds(20 + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "'Mon, 05 Jan 2026 11:59:00 GMT', 'Mon, 05 Jan 2026 12:00:00 GMT'",
        "'Thu, 01 Jan 1970 00:00:00 GMT', 'Mon, 05 Jan 2026 12:00:00 GMT'",
        "'Mon, 05 Jan 2026 12:00:00 GMT', 'Mon, 05 Jan 2026 12:00:00 GMT'"
    })
    void of_dateInThePast_isOneSecond(String header, String date) {
        assertThat(RetryAfter.of(header, date, NOON).delay()).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "soon", "-5", "1.5", "12 seconds", "Mon, 35 Jan 2026 12:00:00 GMT"})
    void of_absentOrUnreadable_isUnknown(String header) {
        assertThat(RetryAfter.of(header, "Mon, 05 Jan 2026 12:00:05 GMT", NOON)).isEqualTo(RetryAfter.UNKNOWN);
    }

    @Test
    void of_dateAbsurdlyFar_isMoreThanAnyWindow() {
        assertThat(RetryAfter.of("Fri, 31 Dec 9999 23:59:59 GMT", null, NOON).delay())
                .isEqualTo(Duration.ofMinutes(65));
    }

    @Test
    void of_aMillionDigits_isNotReadAsANumber() {
        assertThat(RetryAfter.of("9".repeat(1_000_000), null, NOON).delay()).isEqualTo(Duration.ofMinutes(65));
        assertThat(RetryAfter.of("0".repeat(1_000_000), null, NOON).delay()).isEqualTo(Duration.ofSeconds(1));
    }
}
