package io.github.buymed4j.time;

import java.util.Optional;
import java.util.function.Function;

/**
 * What one look at something awaited gave: its outcome, or how long to pause before the next look.
 *
 * @param pause nanoseconds; without a meaning where there is an outcome
 */
public record Step<T>(Optional<T> outcome, long pause) {

    public static <T> Step<T> done(T outcome) {
        return new Step<>(Optional.of(outcome), 0);
    }

    /** Nothing yet. */
    public static <T> Step<T> after(long nanos) {
        return new Step<>(Optional.empty(), nanos);
    }

    public <R> Step<R> map(Function<T, R> function) {
        return new Step<>(outcome.map(function), pause);
    }
}
