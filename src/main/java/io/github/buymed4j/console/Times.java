package io.github.buymed4j.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times to the second, for the tag {@code time} of the pages. */
public final class Times {

    private Times() {}

    /** For machines: {@code 2026-01-31T08:30:05Z}. */
    public static String iso(@Nullable Instant time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** For readers without JavaScript: {@code 2026-01-31 08:30:05 UTC}. */
    public static String utc(@Nullable Instant time) {
        return iso(time).replace('T', ' ').replace("Z", " UTC");
    }
}
