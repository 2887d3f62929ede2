package io.github.buymed4j.internal.time;

import io.github.buymed4j.CallInterruptedException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The pauses of one application: all of them end when it stops, with a {@link CallInterruptedException}. Thread-safe.
 */
@SuppressWarnings("CollectionUndefinedEquality") // equal by identity is meant
public final class Pauses {

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Set<CompletableFuture<?>> scheduled = ConcurrentHashMap.newKeySet();

    /**
     * Pauses that block the calling thread and return a stage that is complete. They keep the thread's interrupt flag.
     */
    public Pause blocking() {
        return nanos -> {
            try {
                return stopped.await(nanos, TimeUnit.NANOSECONDS)
                        ? ended("The application stops")
                        : CompletableFuture.completedFuture(null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ended("The thread was interrupted");
            }
        };
    }

    /** Pauses that block no thread: the stage is completed by a thread of the timer. */
    public Pause on(ScheduledExecutorService timer) {
        return nanos -> {
            CompletableFuture<@Nullable Void> elapsed = new CompletableFuture<>();
            scheduled.add(elapsed);
            CompletionStage<?> unusedStage = elapsed.whenComplete((nothing, thrown) -> scheduled.remove(elapsed));
            try {
                Runnable complete = () -> elapsed.complete(null);
                Future<?> unused = timer.schedule(complete, nanos, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException | IllegalStateException e) {
                elapsed.completeExceptionally(new CallInterruptedException("The server's timer has stopped"));
            }
            if (stopped.getCount() == 0) {
                elapsed.completeExceptionally(new CallInterruptedException("The application stops"));
            }
            return elapsed;
        };
    }

    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Ends all pauses, including those requested later. */
    public void stop() {
        stopped.countDown();
        scheduled.forEach(
                elapsed -> elapsed.completeExceptionally(new CallInterruptedException("The application stops")));
    }

    private static CompletionStage<@Nullable Void> ended(String why) {
        return CompletableFuture.failedFuture(new CallInterruptedException(why));
    }
}
