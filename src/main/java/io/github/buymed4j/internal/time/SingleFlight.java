package io.github.buymed4j.internal.time;

import io.github.buymed4j.CallInterruptedException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One piece of work at a time for each key: the first thread does it, the others wait and share its value or its
 * {@link RuntimeException}. A thread never waits for its own work: work that asks for its own key, for example through
 * an observer, is done directly, once. An interruption of the first thread or an {@link Error} is not shared: one of
 * the others then does the work. Thread-safe.
 */
public final class SingleFlight<K, V> {

    private final ConcurrentMap<K, Flight<V>> running = new ConcurrentHashMap<>();

    /**
     * The outcome of the work, or of the same work that another thread is doing.
     *
     * @param nanos how long to wait for another thread; does not limit work on this thread
     * @return empty if the other thread did not finish in that time, or if the work asks for its own key recursively
     * @throws CallInterruptedException if the thread is interrupted while it waits; its interrupt flag is set again
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
                // the next iteration does the work, or waits for the thread that does
            }
        }
    }

    /** The outcome of the work; empty, without waiting, if the same work is already running. */
    public Optional<V> leadIfFree(K key, Supplier<V> work) {
        Flight<V> mine = new Flight<>();
        return running.putIfAbsent(key, mine) == null ? Optional.of(lead(key, mine, work)) : Optional.empty();
    }

    private V lead(K key, Flight<V> mine, Supplier<V> work) {
        Consumer<CompletableFuture<V>> ending = outcome -> outcome.cancel(false);
        try {
            V value = work.get();
            ending = outcome -> outcome.complete(value);
            return value;
        } catch (CallInterruptedException e) {
            throw e;
        } catch (RuntimeException e) {
            ending = outcome -> outcome.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(key, mine); // first: a thread that asks after this outcome starts new work
            ending.accept(mine.outcome);
        }
    }

    private static final class Flight<V> {

        private final Thread thread = Thread.currentThread();
        private final CompletableFuture<V> outcome = new CompletableFuture<>();
        /** Accessed only by the thread that does the work. */
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
