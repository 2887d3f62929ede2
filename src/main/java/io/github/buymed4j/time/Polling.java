package io.github.buymed4j.time;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Repeats a step, with pauses in between, until one has an outcome. Works with blocking and with non-blocking pauses.
 * The stack does not grow, regardless of the number of pauses and of the threads that end them.
 */
public final class Polling<T> {

    private final Pause pause;
    private final Supplier<Step<T>> step;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final AtomicInteger due = new AtomicInteger();

    private Polling(Pause pause, Supplier<Step<T>> step) {
        this.pause = pause;
        this.step = step;
    }

    /**
     * The outcome of the last step; the returned stage is already complete if the first step has the outcome. An
     * exception of a step or a failed pause fails the stage. No further step is taken once the stage is complete or
     * cancelled.
     */
    public static <T> CompletionStage<T> poll(Pause pause, Supplier<Step<T>> step) {
        Polling<T> polling = new Polling<>(pause, step);
        polling.goOn();
        return polling.outcome;
    }

    /** If a pause ends while a step is being taken, the thread of that step takes the next one too. */
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
            Step<T> taken = step.get();
            if (taken.outcome().isPresent()) {
                outcome.complete(taken.outcome().get());
            } else {
                pauseFor(taken.pause());
            }
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    private void pauseFor(long nanos) {
        CompletionStage<?> unused = pause.of(nanos).whenComplete((elapsed, thrown) -> {
            if (thrown == null) {
                goOn();
            } else {
                outcome.completeExceptionally(thrown);
            }
        });
    }
}
