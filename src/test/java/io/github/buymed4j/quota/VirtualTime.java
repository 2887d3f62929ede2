package io.github.buymed4j.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Time that passes only when told to, and the executor of what is to happen in it. For one thread. */
final class VirtualTime extends AbstractExecutorService implements Time, ScheduledExecutorService {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private long now;
    private long scheduled;
    private boolean shutdown;

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public Instant at(long nanos) {
        return START.plusNanos(nanos);
    }

    /** The only thread cannot rest: time passes instead, until something that happens in it signals or interrupts. */
    @Override
    public void await(CompletableFuture<?> signal, long nanos) throws InterruptedException {
        long end = now + nanos;
        while (!signal.isDone() && !Thread.currentThread().isInterrupted() && now < end) {
            Event next = events.peek();
            runUntil(next == null ? end : Math.min(end, next.at));
        }
        if (!signal.isDone() && Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    void pass(Duration duration) {
        runUntil(now + duration.toNanos());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it runs when this time passes
    void after(long nanos, Runnable action) {
        add(action, nanos);
    }

    private void runUntil(long end) {
        for (Event next = events.peek(); next != null && next.at <= end; next = events.peek()) {
            events.remove();
            now = next.at;
            next.happen();
        }
        now = Math.max(now, end);
    }

    @Override
    public void execute(Runnable command) {
        after(0, command);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(command, unit.toNanos(delay));
    }

    private Event add(Runnable command, long delay) {
        if (shutdown) {
            throw new RejectedExecutionException("shut down");
        }
        Event event = new Event(command, now + delay, scheduled++);
        events.add(event);
        return event;
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        events.clear();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown && events.isEmpty();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long delay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initial, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    private static final class Event extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final long at;
        private final long number;

        Event(Runnable command, long at, long number) {
            super(command, null);
            this.at = at;
            this.number = number;
        }

        long at() {
            return at;
        }

        long number() {
            return number;
        }

        /** Unlike an executor, does not hide what goes wrong. */
        void happen() {
            run();
            try {
                if (!isCancelled()) {
                    get();
                }
            } catch (ExecutionException | InterruptedException e) {
                throw new AssertionError("at " + at, e);
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int compareTo(Delayed other) {
            throw new UnsupportedOperationException();
        }
    }
}
