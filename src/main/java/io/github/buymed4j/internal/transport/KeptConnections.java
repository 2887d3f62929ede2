package io.github.buymed4j.internal.transport;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Pool of idle connections; the one used last is reused first. Thread-safe. */
final class KeptConnections implements AutoCloseable {

    private static final long LONGEST_IDLE = Duration.ofSeconds(30).toNanos();
    private static final int MOST = 100;

    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /** A connection that the host has not closed; null if there is none. */
    @Nullable
    Connection take() {
        for (Idle next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (!next.isOld() && next.connection().isReusable()) {
                return next.connection();
            }
            next.connection().close(CloseMode.IMMEDIATE);
        }
        return null;
    }

    void keep(Connection connection) {
        idle.addFirst(new Idle(connection, System.nanoTime()));
        if (closed || idle.size() > MOST) {
            closeLast();
        } else {
            closeOld();
        }
    }

    /** Closes the oldest connection if it has been idle for too long. */
    void closeOld() {
        Idle last = idle.peekLast();
        if (last != null && last.isOld() && idle.removeLastOccurrence(last)) {
            last.connection().close(CloseMode.IMMEDIATE);
        }
    }

    private void closeLast() {
        Idle last = idle.pollLast();
        if (last != null) {
            last.connection().close(CloseMode.IMMEDIATE);
        }
    }

    @Override
    public void close() {
        closed = true;
        while (!idle.isEmpty()) {
            closeLast();
        }
    }

    private record Idle(Connection connection, long since) {

        boolean isOld() {
            return System.nanoTime() - since > LONGEST_IDLE;
        }
    }
}
