package io.github.buymed4j.quota;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * How long the platform asks to wait after a 429.
 *
 * @param delay from 1 second to 65 minutes, which is longer than any window of the platform; null if the reply gives
 *     none
 */
public record RetryAfter(@Nullable Duration delay) {

    /** The reply gives no time to wait. */
    public static final RetryAfter UNKNOWN = new RetryAfter(null);

    private static final Logger LOG = System.getLogger(RetryAfter.class.getName());
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int LONGEST_SECONDS_DIGITS = 9;
    /** Longer than any window of the platform. Received values are capped at this. */
    private static final Duration LONGEST = Duration.ofMinutes(65);

    /** Limits the delay. */
    public RetryAfter {
        delay = delay == null ? null : within(delay);
    }

    /**
     * Reads the headers of one reply. A date is compared with the reply's own date, so that neither clock has to be
     * correct.
     *
     * @param retryAfter the {@code Retry-After} header: an HTTP date, or seconds
     * @param date the {@code Date} header
     * @param now the local time, used if the reply has no date
     */
    public static RetryAfter of(@Nullable String retryAfter, @Nullable String date, Instant now) {
        if (retryAfter == null || retryAfter.isBlank()) {
            return UNKNOWN;
        }
        String text = retryAfter.strip();
        if (text.matches("[0-9]+")) {
            return new RetryAfter(seconds(text));
        }
        Instant until = parse(text);
        if (until == null) {
            LOG.log(
                    Level.WARNING,
                    "BUYMED-3004 a Retry-After header is neither an HTTP date nor seconds; it is ignored");
            return UNKNOWN;
        }
        Instant replied = date == null ? null : parse(date.strip());
        return until(until, replied == null ? now : replied);
    }

    private static Duration within(Duration delay) {
        if (delay.compareTo(SECOND) < 0) {
            return SECOND;
        }
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    /** A number of more than nine digits is capped without parsing it: it can be a million digits long. */
    private static Duration seconds(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > LONGEST_SECONDS_DIGITS
                ? LONGEST
                : Duration.ofSeconds(Integer.parseInt(significant));
    }

    private static RetryAfter until(Instant until, Instant replied) {
        Duration wait = Duration.between(replied, until);
        if (wait.isNegative()) {
            LOG.log(
                    Level.WARNING,
                    "BUYMED-3005 a Retry-After header is " + wait.negated() + " in the past; calls wait for a second");
        }
        return new RetryAfter(wait.plus(SECOND)); // both dates are cut to whole seconds
    }

    private static @Nullable Instant parse(String httpDate) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
