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
                "2024-10-01T06:57:09.1Z",
                "2024-10-01T06:57:09.012Z",
                "2024-10-01T06:57:09.000001Z",
                "2024-10-01T06:57:09.123456789Z",
                "0000-01-01T00:00:00Z",
                "2024-02-29T23:59:59.999999999Z",
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
    @ValueSource(
            strings = {
                "now",
                "2024-10-01",
                "2024-10-01T06:57:09",
                "2024-10-01 06:57:09",
                "2024-10-01T06:57:09 ICT",
                "01/10/2024 06:57:09Z",
                "2024-10-01T06:57:09+7",
                "2024-10-0106:57:09Z",
                "2024-13-01T06:57:09Z",
                "2023-02-29T06:57:09Z",
                "2024-10-01T06:57:09.1234567890Z",
                "2024-10-01T06:57:0９Z",
                "2024-10-01T06:+7:09Z",
                "1727765829"
            })
    void adaptFromJson_noTime_isRefused(String text) {
        assertThatThrownBy(() -> instants.adaptFromJson(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-01T06:57:09+0700, 2024-09-30T23:57:09Z",
        "2024-10-01T06:57:09.079+0700, 2024-09-30T23:57:09.079Z",
        "2024-10-01T06:57:09+07, 2024-09-30T23:57:09Z",
        "2024-10-01T06:57:09-0330, 2024-10-01T10:27:09Z",
        "2024-10-01T06:57+0700, 2024-09-30T23:57:00Z",
        "2024-10-01 06:57:09Z, 2024-10-01T06:57:09Z",
        "2024-10-01 06:57:09.079 +07:00, 2024-09-30T23:57:09.079Z",
        "2024-10-01 06:57:09 +0700, 2024-09-30T23:57:09Z",
        "2024-10-01t06:57:09z, 2024-10-01T06:57:09Z",
        "' 2024-10-01T06:57:09Z ', 2024-10-01T06:57:09Z"
    })
    void adaptFromJson_otherSpellingOfOneMeaning_isRead(String text, Instant expected) {
        assertThat(instants.adaptFromJson(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void adaptFromJson_emptyText_isNoTime(String text) {
        assertThat(instants.adaptFromJson(text)).isNull();
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
