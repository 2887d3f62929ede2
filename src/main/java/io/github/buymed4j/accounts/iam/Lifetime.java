package io.github.buymed4j.accounts.iam;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a token lives, from whatever the platform writes for it. No other number of the platform becomes a time of an
 * account, so that none overflows.
 */
public final class Lifetime {

    /** What no token outlives, whatever the platform says: ten years. */
    public static final Duration LONGEST = Duration.ofDays(3650);

    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(LONGEST.toSeconds());
    private static final int DIGITS = 40;

    private Lifetime() {}

    /** Seconds as a number or as text, rounded down; empty where it is no number from one on. */
    static Optional<Duration> ofSeconds(@Nullable JsonValue json) {
        try {
            BigDecimal seconds = number(json);
            return seconds.compareTo(BigDecimal.ONE) < 0
                    ? Optional.empty()
                    : Optional.of(
                            Duration.ofSeconds(seconds.min(LONGEST_SECONDS).longValue()));
        } catch (ArithmeticException | UnsupportedOperationException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static BigDecimal number(@Nullable JsonValue json) {
        if (json instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        String text = json instanceof JsonString string ? string.getString().strip() : "";
        return text.length() > DIGITS ? BigDecimal.ZERO : new BigDecimal(text);
    }

    /** The duration, or {@link #LONGEST} where it is longer. */
    public static Duration capped(Duration duration) {
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}
