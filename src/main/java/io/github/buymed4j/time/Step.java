package io.github.buymed4j.time;

import java.util.Optional;
import java.util.function.Function;

/**
 * The result of one polling step: an outcome, or how long to pause before the next step.
 *
 * @param pause nanoseconds; meaningless if there is an outcome
 */
public record Step<T>(Optional<T> outcome, long pause) {

    public static <T> Step<T> done(T outcome) {
        return new Step<>(Optional.of(outcome), 0);
    }

    /** No outcome yet; the next step follows after this pause. */
    public static <T> Step<T> after(long nanos) {
        return new Step<>(Optional.empty(), nanos);
    }

    public <R> Step<R> map(Function<T, R> function) {
        return new Step<>(outcome.map(function), pause);
    }
}
