package io.github.buymed4j.internal.time;

import io.github.buymed4j.CallInterruptedException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Delays a call. Code that waits uses a pause, so that it is written once for both kinds of calls: a blocking call
 * pauses on its own thread, an asynchronous one on a timer; {@link Pauses} makes both. Thread-safe.
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
}
