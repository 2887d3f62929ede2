package io.github.buymed4j.pharmacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How the platform truncates the start time of a query, as observed in its replies. The vendor does not document it.
 */
enum Cut {
    NONE,
    SECOND,
    /** A day in UTC or in Vietnam's time zone, or longer. */
    DAY;

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    /** The truncation that the first entry of a reply shows. */
    static Cut of(Instant asked, Instant first) {
        if (!first.isBefore(asked)) {
            return NONE;
        }
        return first.isBefore(asked.truncatedTo(ChronoUnit.SECONDS)) ? DAY : SECOND;
    }

    Cut orCoarser(Cut other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** True if the later time may lead to another reply than the earlier one. */
    boolean separates(Instant earlier, Instant later) {
        return switch (this) {
            case NONE -> !earlier.equals(later);
            case SECOND -> !earlier.truncatedTo(ChronoUnit.SECONDS).equals(later.truncatedTo(ChronoUnit.SECONDS));
            case DAY ->
                !day(earlier, ZoneOffset.UTC).equals(day(later, ZoneOffset.UTC))
                        || !day(earlier, VIETNAM).equals(day(later, VIETNAM));
        };
    }

    private static LocalDate day(Instant time, ZoneOffset zone) {
        return LocalDate.ofInstant(time, zone);
    }
}
