package io.github.buymed4j.pharmacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** To what the platform cuts a time that it is asked from, as far as its replies have shown. The vendor does not say. */
enum Cut {
    NONE,
    SECOND,
    /** Of UTC or of Vietnam, or longer. */
    DAY;

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    /** What the first entry of a reply shows. */
    static Cut of(Instant asked, Instant first) {
        if (!first.isBefore(asked)) {
            return NONE;
        }
        return first.isBefore(asked.truncatedTo(ChronoUnit.SECONDS)) ? DAY : SECOND;
    }

    Cut orCoarser(Cut other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** Whether the later time may lead to another reply than the earlier one. */
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
