package io.github.buymed4j.accounts.iam;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a token's lifetime from the platform's reply. All times of an account that come from the platform pass through
 * here, so that none overflows.
 */
public final class Lifetime {

    /** Upper limit of a lifetime, whatever the platform says: ten years. */
    public static final Duration LONGEST = Duration.ofDays(3650);

    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(LONGEST.toSeconds());
    private static final int DIGITS = 40;

    private Lifetime() {}

    /** Seconds as a number or as text, rounded down; empty if it is not a number of at least one. */
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

    /** The duration, or {@link #LONGEST} if it is longer. */
    public static Duration capped(Duration duration) {
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}
