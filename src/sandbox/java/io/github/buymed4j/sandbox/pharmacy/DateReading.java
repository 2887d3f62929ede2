package io.github.buymed4j.sandbox.pharmacy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How {@code fromDate} and {@code toDate} are read; the vendor does not say. A unit that a bound is cut to is included whole. */
public enum DateReading {
    INCLUSIVE,
    EXCLUSIVE,
    SECOND,
    DAY,
    DAY_VN;

    private static final ZoneId VIETNAM = ZoneOffset.ofHours(7);

    public static Optional<DateReading> named(String label) {
        return Stream.of(values())
                .filter(reading -> reading.label().equals(label))
                .findFirst();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first millisecond that counts. */
    long first(long fromMillis) {
        return this == EXCLUSIVE ? fromMillis + 1 : cut(fromMillis);
    }

    /** The last millisecond that counts. */
    long last(long toMillis) {
        return switch (this) {
            case INCLUSIVE -> toMillis;
            case EXCLUSIVE -> toMillis - 1;
            case SECOND -> cut(toMillis) + 999;
            case DAY, DAY_VN -> cut(toMillis) + 86_399_999;
        };
    }

    private long cut(long millis) {
        return switch (this) {
            case INCLUSIVE, EXCLUSIVE -> millis;
            case SECOND -> Math.floorDiv(millis, 1000) * 1000;
            case DAY -> dayStart(millis, ZoneOffset.UTC);
            case DAY_VN -> dayStart(millis, VIETNAM);
        };
    }

    private static long dayStart(long millis, ZoneId zone) {
        return Instant.ofEpochMilli(millis)
                .atZone(zone)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant()
                .toEpochMilli();
    }
}
