package io.github.buymed4j.internal.time;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Repeats a step until one has an outcome; the step may be asynchronous. The stack does not grow, regardless of the
 * number of steps and of the threads that complete them.
 */
public final class Loop<T> {

    private final Supplier<? extends CompletionStage<Optional<T>>> step;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final AtomicInteger due = new AtomicInteger();

    private Loop(Supplier<? extends CompletionStage<Optional<T>>> step) {
        this.step = step;
    }

    /**
     * The outcome of the last step; the returned stage is already complete if no step had to be waited for. It fails
     * with the exception that a step throws or fails with. No further step is taken once the stage is complete or
     * cancelled.
     */
    public static <T> CompletionStage<T> until(Supplier<? extends CompletionStage<Optional<T>>> step) {
        Loop<T> loop = new Loop<>(step);
        loop.goOn();
        return loop.outcome;
    }

    /** As {@link #until}, with a pause after each step that has no outcome; a failed pause fails the stage. */
    public static <T> CompletionStage<T> poll(Pause pause, Supplier<Step<T>> step) {
        return until(() -> {
            Step<T> taken = step.get();
            return taken.outcome().isPresent()
                    ? CompletableFuture.completedFuture(taken.outcome())
                    : pause.of(taken.pause()).thenApply(elapsed -> Optional.empty());
        });
    }

    /** If a step is completed while it is being taken, the thread that takes it takes the next one too. */
    private void goOn() {
        if (due.getAndIncrement() > 0) {
            return;
        }
        do {
            take();
        } while (due.decrementAndGet() > 0);
    }

    private void take() {
        if (outcome.isDone()) {
            return;
        }
        try {
            CompletionStage<?> unused = step.get().whenComplete((found, thrown) -> {
                if (thrown == null) {
                    found.ifPresentOrElse(outcome::complete, this::goOn);
                } else {
                    outcome.completeExceptionally(Failures.cause(thrown));
                }
            });
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    /**
     * The result of a polling step: an outcome, or how long to pause before the next step.
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
}
