package io.github.buymed4j.time;

import io.github.buymed4j.CallInterruptedException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One piece of work at a time for each key: the first thread does it, the others wait and share its value or its
 * {@link RuntimeException}. A thread never waits for its own work: work that asks for its own key, for example through an
 * observer, is done directly, once. What concerns the first thread alone, its interruption or an {@link Error}, is not shared: one
 * of the others then does the work. Thread-safe.
 */
public final class SingleFlight<K, V> {

    private final ConcurrentMap<K, Flight<V>> running = new ConcurrentHashMap<>();

    /**
     * The outcome of the work, or of the same work that another thread is doing.
     *
     * @param nanos how long to wait for another thread; the work of this thread has limits of its own
     * @return empty when the other thread was not done in that time, or when the work asks for its own key again and again
     * @throws CallInterruptedException when the thread is interrupted while it waits; its flag is set again
     */
    public Optional<V> share(K key, long nanos, Supplier<V> work) {
        long end = System.nanoTime() + Math.max(0, nanos);
        Flight<V> mine = new Flight<>();
        while (true) {
            Flight<V> other = running.putIfAbsent(key, mine);
            if (other == null) {
                return Optional.of(lead(key, mine, work));
            }
            if (other.thread == mine.thread) {
                return other.within(work);
            }
            try {
                return other.outcomeWithin(end - System.nanoTime());
            } catch (CancellationException nothingToShare) {
                // the next turn does the work, or waits for the one who does
            }
        }
    }

    /** The outcome of the work; empty, without waiting, where the same work is being done. */
    public Optional<V> leadIfFree(K key, Supplier<V> work) {
        Flight<V> mine = new Flight<>();
        return running.putIfAbsent(key, mine) == null ? Optional.of(lead(key, mine, work)) : Optional.empty();
    }

    private V lead(K key, Flight<V> mine, Supplier<V> work) {
        try {
            V value = work.get();
            running.remove(key, mine); // first: a thread that asks after this outcome gets a later one
            mine.outcome.complete(value);
            return value;
        } catch (CallInterruptedException e) {
            throw e;
        } catch (RuntimeException e) {
            running.remove(key, mine);
            mine.outcome.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(key, mine);
            mine.outcome.cancel(false);
        }
    }

    private static final class Flight<V> {

        private final Thread thread = Thread.currentThread();
        private final CompletableFuture<V> outcome = new CompletableFuture<>();
        /** Used by the thread of the work only. */
        private boolean asksAgain;

        private Optional<V> within(Supplier<V> work) {
            if (asksAgain) {
                return Optional.empty();
            }
            asksAgain = true;
            try {
                return Optional.of(work.get());
            } finally {
                asksAgain = false;
            }
        }

        private Optional<V> outcomeWithin(long nanos) {
            try {
                return Optional.of(outcome.get(nanos, TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CallInterruptedException("The thread was interrupted");
            } catch (ExecutionException e) {
                throw (RuntimeException) e.getCause();
            }
        }
    }
}
