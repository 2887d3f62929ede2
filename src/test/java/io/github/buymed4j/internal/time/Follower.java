package io.github.buymed4j.internal.time;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A second thread that asks while the first one's request is on its way. */
public final class Follower<T> {

    private static final Set<Thread.State> WAITS = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

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
    public static <T> Follower<T> waiting(Supplier<T> work) {
        Follower<T> follower = new Follower<>(work);
        follower.thread.start();
        while (!WAITS.contains(follower.thread.getState()) && follower.thread.isAlive()) {
            Thread.onSpinWait();
        }
        return follower;
    }

    public void interrupt() {
        thread.interrupt();
    }

    public T outcome() {
        return outcome.join();
    }

    public Throwable failure() {
        return outcome.handle((value, thrown) -> thrown).join();
    }
}
