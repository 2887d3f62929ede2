package io.github.buymed4j.quota;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The time source of the quota; tests provide their own. */
interface Time {

    /** Durations by the machine's monotonic timer, dates by its clock. */
    Time SYSTEM = new Time() {

        private final long start = System.nanoTime();

        @Override
        public long nanos() {
            return System.nanoTime() - start;
        }

        @Override
        public Instant at(long nanos) {
            return Instant.now().plusNanos(nanos - nanos());
        }

        @Override
        public void await(CompletableFuture<?> signal, long nanos) throws InterruptedException {
            try {
                signal.get(nanos, TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                // the time has passed, or the signal is there
            }
        }
    };

    /** Nanoseconds since an arbitrary start; never decreases, unlike a clock. */
    long nanos();

    /** The clock time at this value of {@link #nanos()}, past or future. */
    Instant at(long nanos);

    /** Blocks the calling thread for this time, or until the signal is complete. */
    void await(CompletableFuture<?> signal, long nanos) throws InterruptedException;
}
