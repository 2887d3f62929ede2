package io.github.buymed4j.rest.transport;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs actions at their deadlines on one thread of its own: the server's threads may all be waiting for what a deadline is to
 * end. The thread ends when it has been idle, and with {@link #close()}. Thread-safe.
 */
final class Deadlines implements AutoCloseable {

    private static final long IDLE_SECONDS = 10;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Deadlines::thread);

    Deadlines() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Runs the action at the deadline, unless it is cancelled before.
     *
     * @param deadline by {@link System#nanoTime()}
     */
    Future<?> at(long deadline, Runnable action) {
        return timer.schedule(action, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static Thread thread(Runnable actions) {
        Thread thread = new Thread(actions, "buymed4j-deadlines");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
