package io.github.buymed4j.quota;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * How long the platform asks to wait after a 429.
 *
 * @param delay at least a second; null where the reply does not say
 */
public record RetryAfter(@Nullable Duration delay) {

    /** The reply does not say. */
    public static final RetryAfter UNKNOWN = new RetryAfter(null);

    private static final Logger LOG = System.getLogger(RetryAfter.class.getName());
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final BigInteger MANY = BigInteger.valueOf(Integer.MAX_VALUE);

    public RetryAfter {
        delay = delay != null && delay.compareTo(SECOND) < 0 ? SECOND : delay;
    }

    /**
     * Reads the headers of one reply. A date is measured against the reply's own, so that neither clock has to be right.
     *
     * @param retryAfter the {@code Retry-After} header: an HTTP date, or seconds
     * @param date the {@code Date} header
     * @param now the time here, for a reply without a date
     */
    public static RetryAfter of(@Nullable String retryAfter, @Nullable String date, Instant now) {
        if (retryAfter == null || retryAfter.isBlank()) {
            return UNKNOWN;
        }
        String text = retryAfter.strip();
        if (text.matches("\\d+")) {
            return new RetryAfter(
                    Duration.ofSeconds(new BigInteger(text).min(MANY).longValue()));
        }
        Instant until = parse(text);
        if (until == null) {
            LOG.log(Level.WARNING, "A Retry-After header is neither an HTTP date nor seconds; treated as absent");
            return UNKNOWN;
        }
        Instant replied = date == null ? null : parse(date.strip());
        return until(until, replied == null ? now : replied);
    }

    private static RetryAfter until(Instant until, Instant replied) {
        Duration wait = Duration.between(replied, until);
        if (wait.isNegative()) {
            LOG.log(Level.WARNING, "A Retry-After header is {0} in the past; waiting a second", wait.negated());
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
