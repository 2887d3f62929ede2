package io.github.buymed4j.rest;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A second thread that asks while the first one's request is on its way. */
final class Follower<T> {

    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final Thread thread;

    private Follower(Supplier<T> work) {
        thread = new Thread(() -> {
            try {
                outcome.complete(work.get());
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
    }

    /** Returns once the work waits for somebody else, or is over. */
    static <T> Follower<T> waiting(Supplier<T> work) {
        Follower<T> follower = new Follower<>(work);
        follower.thread.start();
        while (follower.thread.getState() != Thread.State.WAITING && follower.thread.isAlive()) {
            Thread.onSpinWait();
        }
        return follower;
    }

    T outcome() {
        return outcome.join();
    }

    Throwable failure() {
        return outcome.handle((value, thrown) -> thrown).join();
    }
}
