package io.github.buymed4j.internal.transport;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ends operations that take too long, on a thread of its own, because all of the server's threads may be waiting for
 * such operations. The thread checks all operations in progress fifty times a second, so that an ordinary call does not
 * have to wake a thread. Thread-safe.
 */
final class Deadlines implements AutoCloseable {

    private static final long TICK = 20_000_000;
    private static final int TICKS_BEFORE_REST = 50;

    private final Set<Timed> underWay = ConcurrentHashMap.newKeySet();
    private @Nullable Thread thread;
    private volatile boolean resting = true;
    private volatile boolean closed;

    /** An operation with a deadline. */
    interface Timed {

        /** The deadline as a value of {@link System#nanoTime()}; may change at any time. */
        long due();

        /** Ends the operation. May be called several times. */
        void expire();
    }

    void add(Timed timed) {
        underWay.add(timed);
        if (resting) {
            wake();
        }
    }

    void remove(Timed timed) {
        underWay.remove(timed);
    }

    private synchronized void wake() {
        if (closed) {
            return;
        }
        if (thread == null) {
            thread = new Thread(this::watch, "buymed4j-deadlines");
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            thread.start();
        }
        LockSupport.unpark(thread);
    }

    private void watch() {
        int idle = 0;
        while (!closed) {
            underWay.stream()
                    .filter(timed -> timed.due() - System.nanoTime() <= 0)
                    .forEach(Timed::expire);
            idle = underWay.isEmpty() ? idle + 1 : 0;
            resting = idle > TICKS_BEFORE_REST;
            if (resting && underWay.isEmpty()) { // checked after resting was set: a later add() wakes
                LockSupport.park(this);
                idle = 0;
            } else {
                LockSupport.parkNanos(this, TICK);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
