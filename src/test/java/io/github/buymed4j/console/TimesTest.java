package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final Instant TIME = Instant.parse("2026-01-31T08:30:05.123456789Z");

    @Test
    void time_withNanoseconds_isShownToTheSecond() {
        assertThat(Times.iso(TIME)).isEqualTo("2026-01-31T08:30:05Z");
        assertThat(Times.utc(TIME)).isEqualTo("2026-01-31 08:30:05 UTC");
    }

    @Test
    void time_none_isEmpty() {
        assertThat(Times.iso(null)).isEmpty();
        assertThat(Times.utc(null)).isEmpty();
    }
}
