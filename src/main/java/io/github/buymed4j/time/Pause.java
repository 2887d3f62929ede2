package io.github.buymed4j.time;

import io.github.buymed4j.CallInterruptedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Delays a call. Code that waits uses a pause, so that it is written once for both kinds of calls: a blocking call
 * pauses on its own thread, an asynchronous one on a timer. Thread-safe.
 */
@FunctionalInterface
public interface Pause {

    /**
     * A stage that completes after the time; it fails with a {@link CallInterruptedException} if the thread is
     * interrupted or the timer has stopped.
     *
     * @param nanos nanoseconds of the machine's monotonic timer
     */
    CompletionStage<@Nullable Void> of(long nanos);

    /** Blocks the calling thread and returns a stage that is complete. Keeps the thread's interrupt flag. */
    static Pause blocking() {
        return nanos -> {
            try {
                TimeUnit.NANOSECONDS.sleep(nanos);
                return CompletableFuture.completedFuture(null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return CompletableFuture.failedFuture(new CallInterruptedException("The thread was interrupted"));
            }
        };
    }

    /** Blocks no thread: the stage is completed by a thread of the timer. */
    static Pause on(ScheduledExecutorService timer) {
        return nanos -> {
            CompletableFuture<@Nullable Void> elapsed = new CompletableFuture<>();
            try {
                Runnable complete = () -> elapsed.complete(null);
                Future<?> unused = timer.schedule(complete, nanos, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException | IllegalStateException e) {
                elapsed.completeExceptionally(new CallInterruptedException("The server's timer has stopped"));
            }
            return elapsed;
        };
    }
}
