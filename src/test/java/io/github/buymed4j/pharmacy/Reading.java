package io.github.buymed4j.pharmacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How a platform may read {@code fromDate} and {@code toDate}; a unit that a time is cut to is included whole. */
enum Reading {
    INCLUSIVE,
    EXCLUSIVE,
    SECOND,
    DAY,
    DAY_VN;

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    /** The first time that counts. */
    Instant first(Instant from) {
        return this == EXCLUSIVE ? from.plusNanos(1) : cut(from);
    }

    /** The first time that counts no more. */
    Instant end(Instant to) {
        return switch (this) {
            case INCLUSIVE -> to.plusNanos(1);
            case EXCLUSIVE -> to;
            case SECOND -> cut(to).plusSeconds(1);
            case DAY, DAY_VN -> cut(to).plus(1, ChronoUnit.DAYS);
        };
    }

    private Instant cut(Instant time) {
        return switch (this) {
            case INCLUSIVE, EXCLUSIVE -> time;
            case SECOND -> time.truncatedTo(ChronoUnit.SECONDS);
            case DAY -> time.truncatedTo(ChronoUnit.DAYS);
            case DAY_VN -> time.atOffset(VIETNAM).truncatedTo(ChronoUnit.DAYS).toInstant();
        };
    }
}
