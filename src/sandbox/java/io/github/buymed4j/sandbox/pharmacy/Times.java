package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.envelope.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the platform writes and reads them: ISO 8601, written with three decimals of a second, in UTC. */
final class Times {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    static String write(long millis) {
        return WRITTEN.format(Instant.ofEpochMilli(millis));
    }

    /** A date alone means its first moment. */
    static long from(String text) {
        return isDate(text) ? dayStart(text, 0) : moment(text);
    }

    /** A date alone means its last moment. */
    static long to(String text) {
        return isDate(text) ? dayStart(text, 1) - 1 : moment(text);
    }

    private static boolean isDate(String text) {
        return text.length() == "2024-10-01".length();
    }

    private static long dayStart(String text, int daysLater) {
        try {
            return LocalDate.parse(text)
                    .plusDays(daysLater)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeException notADate) {
            throw refusal();
        }
    }

    private static long moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException notATime) {
            throw refusal();
        }
    }

    private static Refusal refusal() {
        return Refusal.invalid("INVALID_PARAMETER", "Thời gian phải theo ISO 8601, ví dụ 2024-10-01T06:57:09.079Z");
    }
}
