package io.github.buymed4j.time;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Repeats an asynchronous step until one has an outcome. The stack does not grow with the repetitions. */
public final class Loop {

    private Loop() {}

    /** The outcome of the last step; fails with the exception that a step throws or fails with. */
    public static <T> CompletionStage<T> until(Supplier<? extends CompletionStage<Optional<T>>> step) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        advance(step, outcome);
        return outcome;
    }

    private static <T> void advance(
            Supplier<? extends CompletionStage<Optional<T>>> step, CompletableFuture<T> outcome) {
        try {
            while (!outcome.isDone()) {
                CompletableFuture<Optional<T>> taken = step.get().toCompletableFuture();
                if (!taken.isDone()) {
                    CompletionStage<?> unused = taken.whenComplete((found, thrown) -> {
                        accept(taken, outcome);
                        advance(step, outcome);
                    });
                    return;
                }
                accept(taken, outcome);
            }
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    private static <T> void accept(CompletableFuture<Optional<T>> taken, CompletableFuture<T> outcome) {
        try {
            taken.join().ifPresent(outcome::complete);
        } catch (RuntimeException e) {
            outcome.completeExceptionally(Failures.cause(e));
        }
    }
}
