package io.github.buymed4j.time;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Takes one step after the other, with pauses between them, until one has the outcome. Written once for pauses that block and
 * for those that do not. The stack does not grow, whichever thread ends a pause and however many there are.
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
     * The outcome of the last step; already there where the first one has it. What a step throws fails the stage, as does a
     * pause that fails. No step is taken any more once the stage is complete or cancelled.
     */
    public static <T> CompletionStage<T> poll(Pause pause, Supplier<Step<T>> step) {
        Polling<T> polling = new Polling<>(pause, step);
        polling.goOn();
        return polling.outcome;
    }

    /** A pause that ends while a step is being taken leaves the next one to that thread. */
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
