package io.github.buymed4j.rest.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    private final Instants instants = new Instants();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-10-01T06:57:09Z",
                "2024-10-01T06:57:09.123Z",
                "2024-10-01T06:57:09.123456789Z",
                "2024-10-01T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "+12024-10-01T06:57:09Z",
                "-1000000000-01-01T00:00:00Z",
                "2024-10-01T06:57:09+07:00"
            })
    void adaptFromJson_time_isAsTheJdkReadsIt(String text) {
        assertThat(instants.adaptFromJson(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2024-10-01", "2024-10-01T06:57:09", "2024-13-01T06:57:09Z", "1727765829"})
    void adaptFromJson_noTime_isRefused(String text) {
        assertThatThrownBy(() -> instants.adaptFromJson(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "1727765829", "-62135596801", "253402300800"})
    void adaptToJson_instant_isReadAsTheSame(long second) {
        Instant instant = Instant.ofEpochSecond(second, 5);

        assertThat(instants.adaptFromJson(instants.adaptToJson(instant))).isEqualTo(instant);
    }

    @Test
    void adapt_null_isNull() {
        assertThat(instants.adaptFromJson(null)).isNull();
        assertThat(instants.adaptToJson(null)).isNull();
    }
}
