package io.github.buymed4j.quota;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one after the other, on a thread of the executor that came with one of them, so that tasks that wait for
 * the database occupy at most one of the server's threads. Thread-safe.
 */
final class SerialExecutor {

    private static final Logger LOG = System.getLogger(SerialExecutor.class.getName());

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    /** @throws RuntimeException if the executor rejects the task; the task is then not run */
    void execute(Executor threads, Runnable task) {
        synchronized (this) {
            tasks.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        try {
            threads.execute(this::runAll);
        } catch (RuntimeException e) {
            synchronized (this) {
                tasks.remove(task);
            }
            runAll(); // what other threads added meanwhile, which have no exception to see
            throw e;
        }
    }

    private void runAll() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException | Error e) { // the tasks of others still run
                LOG.log(
                        Level.WARNING,
                        "BUYMED-3006 a task of the shared quota failed: "
                                + e.getClass().getName());
                LOG.log(Level.DEBUG, "A task of the shared quota failed", e);
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = tasks.poll();
        running = task != null;
        return task;
    }
}
